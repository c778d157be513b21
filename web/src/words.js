// The words of the page in the language that the reader chose; English is in the page and its scripts.
const CHINESE = {
  "Skip to the content": "跳到正文",
  "Checks a draft against IEEE's template and style rules.": "按 IEEE 的模板和写作规范检查论文稿件。",
  "ieeelint: check an IEEE paper": "ieeelint：检查 IEEE 论文",
  "Drop your paper here": "把论文拖到这里",
  "A Word draft (.docx), a LaTeX project as the zip from Overleaf, as a folder, or as files (.tex, .bib), or a reference database (.bib).":
    "Word 稿件（.docx）；LaTeX 项目：Overleaf 导出的 zip、文件夹，或 .tex、.bib 文件；也可以只拖参考文献库（.bib）。",
  "Of a PDF file, this page checks fonts, page sizes, version, passwords, scripts, attachments, and properties. The command line also checks its margins, text, pictures, and links.":
    "对 PDF 文件，本页只检查字体、页面大小、版本、密码、脚本、附件和文档属性；版心、文字、图片和链接请用命令行检查。",
  "Choose files": "选择文件",
  "Choose a folder": "选择文件夹",
  "Try a sample paper": "用示例论文试一试",
  "Files of the paper": "论文文件",
  "Folder of the paper": "论文文件夹",
  "Your paper stays in this browser.": "论文不会离开你的浏览器。",
  "The rules run here, in WebAssembly. The page has a content security policy with": "所有规则都在本页用 WebAssembly 运行。本页的内容安全策略设有",
  ", so the browser itself blocks any upload to another place, and the page works without a network after the first visit.":
    "，浏览器会阻止向任何其他地方上传；打开过一次之后，没有网络也能用。",
  "Settings": "设置",
  "Kind of publication": "论文类型",
  "Detect it": "自动识别",
  "Conference": "会议论文",
  "Journal (Transactions)": "期刊论文（Transactions）",
  "Letters": "快报（Letters）",
  "Magazine": "杂志文章",
  "Stage": "阶段",
  "Draft": "初稿",
  "Review": "送审稿",
  "Camera-ready": "终稿",
  "Double-anonymous review": "双盲评审",
  "Language": "语言",
  "Loading the rules": "正在加载规则",
  "Starting the rules": "正在启动规则",
  "Checking the paper": "正在检查论文",
  "Preparing the result": "正在生成结果",
  "Stop": "停止",
  "Results": "结果",
  "Check another paper": "检查另一篇论文",
  "Word copy with comments": "带批注的 Word 副本",
  "Word copy with tracked changes": "带修订的 Word 副本",
  "Fixed project (zip)": "修复后的项目（zip）",
  "Fixes as a patch": "修复补丁",
  "Reference list": "参考文献列表",
  "HTML report": "HTML 报告",
  "References as IEEE prints them": "按 IEEE 格式排好的参考文献",
  "Copy": "复制",
  "Copied": "已复制",
  "Selected: copy it with the keyboard": "已选中：请用键盘复制",
  "Close": "关闭",
  "· MIT license · not by IEEE": "· MIT 许可证 · 与 IEEE 无关",
  "There is no Word draft.": "没有 Word 稿件。",
  "There is no safe fix to make.": "没有可以安全修复的问题。",
  "The paper has no references.": "论文没有参考文献。",
  "The check was stopped. You can start another.": "检查已停止。你可以重新开始。",
  "The rules could not be loaded ({reason}). Check the network, and try again.": "规则加载失败（{reason}）。请检查网络后重试。",
  "The check failed: this is a bug of ieeelint, not of your paper. The page has started again, so you can check another paper.":
    "检查失败：这是 ieeelint 的错误，不是论文的问题。页面已重新启动，你可以检查另一篇论文。",
  "Saved: {names}": "已保存：{names}",
  "There is no file in what you dropped.": "拖入的内容里没有文件。",
  "These are {number} files; the page takes up to {most}. Drop only the folder of the paper.": "共有 {number} 个文件，而本页最多接受 {most} 个。请只拖入论文所在的文件夹。",
  "{name} has {size}; the page takes files up to {most}. Drop the paper without it, or use the command line.":
    "{name} 有 {size}，而本页最大接受 {most} 的文件。请去掉它再拖入，或者用命令行检查。",
  "These files have {size}; the page takes up to {most}. Drop only the folder of the paper.": "这些文件共有 {size}，而本页最多接受 {most}。请只拖入论文所在的文件夹。",
  "{name} cannot be read. It may have changed, or it is a folder.": "{name} 无法读取。它可能已经改动，或者是文件夹。",
};
const WORDS = { zh: CHINESE };
const LABELS = { en: "en", zh: "zh-CN" }; // of the attribute lang
const TRADITIONAL = /-(hant|tw|hk|mo)\b/i; // these readers know other terms

let spoken = "en";
const english = new WeakMap(); // by text node

// The language of the browser, if the page has it.
export function preferred(languages = navigator.languages ?? []) {
  const known = languages.map((one) => (TRADITIONAL.test(one) ? "en" : one.slice(0, 2).toLowerCase()));
  return known.find((one) => one in LABELS) ?? "en";
}

// Words in the chosen language, with {names} filled in.
export function words(text, values = {}) {
  const form = WORDS[spoken]?.[text] ?? text;
  return form.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// Show the fixed words of the page in a language; the report in #view has its own.
export function speak(language) {
  spoken = language in LABELS ? language : "en";
  document.documentElement.lang = LABELS[spoken];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("#view, #references-list, #message, script, code") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim()) continue;
    if (!english.has(node)) english.set(node, node.data);
    const text = english.get(node);
    node.data = text.replace(text.trim(), () => words(text.trim()));
  }
  for (const labeled of document.querySelectorAll("body [aria-label]:not(#view *)")) {
    if (!english.has(labeled)) english.set(labeled, labeled.getAttribute("aria-label"));
    labeled.setAttribute("aria-label", words(english.get(labeled)));
  }
}
