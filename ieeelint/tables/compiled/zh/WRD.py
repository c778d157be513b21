"""Generated from zh/WRD.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'The title and the authors are in the header of the page. Move them to this place, in the styles "<title>" and "<authors>".': '论文题目和作者写在了页眉里。请移到这里，样式分别用“<title>”和“<authors>”。',
              'The draft has no title and no authors. Begin it with them, in the styles "<title>" and "<authors>".': '稿件没有论文题目和作者。请写在开头，样式分别用“<title>”和“<authors>”。',
              'This draft uses no style of the IEEE template. Open the template, and give the text "Body Text", headings "Heading 1" to "Heading 5" and references "references".': '这篇稿件没有用 '
                                                                                                                                                                                   'IEEE '
                                                                                                                                                                                   '模板的样式。请打开模板，正文用“Body '
                                                                                                                                                                                   'Text”，标题用“Heading '
                                                                                                                                                                                   '1”到“Heading '
                                                                                                                                                                                   '5”，参考文献用“references”。',
              '<count> paragraphs (the first is here) have the style "<name>". Give them the template\'s "<text>".': '有 '
                                                                                                                     '<count> '
                                                                                                                     '个段落（这是第一个）的样式是“<name>”。请改用模板的“<text>”。',
              'This text has the style "<name>". Give it the template\'s "<text>".': '这段文字的样式是“<name>”。请改用模板的“<text>”。',
              '<count> paragraphs of text (the first is here) have the style "<name>". Give them "<text>".': '有 '
                                                                                                             '<count> '
                                                                                                             '个正文段落（这是第一个）的样式是“<name>”。请改用“<text>”。',
              'This body text has the style "<name>". Give it "<text>".': '这段正文的样式是“<name>”。请改用“<text>”。',
              'The authors have the style "<name>". Give them "<ownstyle>".': '作者的样式是“<name>”。请改用“<ownstyle>”。',
              'The title has the style "<name>". Give it "<ownstyle>" (<titlesize> pt).': '论文题目的样式是“<name>”。请改用“<ownstyle>”（<titlesize> '
                                                                                          'pt）。',
              'The size is set to <size> pt by hand, unlike the style "<name>"<extent!>. <remedy!>': '手动把字号设成了 '
                                                                                                     '<size> '
                                                                                                     'pt，与样式“<name>”不同<extent!>。<remedy!>',
              'The font is set to <font> by hand, unlike the style "<name>"<extent!>. <remedy!>': '手动把字体设成了 '
                                                                                                  '<font>，与样式“<name>”不同<extent!>。<remedy!>',
              'The bold type of the abstract is switched off by hand, unlike the style "<name>"<extent!>. <remedy!>': '手动取消了摘要的粗体，与样式“<name>”不同<extent!>。<remedy!>',
              ' (in <share> of its text)': '（占该样式文字的 <share>）',
              'Select the text and press Ctrl+Space to restore its style.': '请选中文字，按 Ctrl+Space 恢复样式。',
              'Set this style to <size>, select the text, and press Ctrl+Space.': '请把这个样式设为 <size>，再选中文字，按 '
                                                                                  'Ctrl+Space。',
              'Give it the style "<style>" (<size>), select it, and press Ctrl+Space.': '请改用样式“<style>”（<size>），再选中文字，按 '
                                                                                        'Ctrl+Space。',
              'Give it a style of headings (<size>), select it, and press Ctrl+Space.': '请改用标题样式（<size>），再选中文字，按 '
                                                                                        'Ctrl+Space。',
              'The left margin is <left> in and the right margin is <right> in. Set them to 0.62 in, as in the template.': '左边距是 '
                                                                                                                           '<left> '
                                                                                                                           'in，右边距是 '
                                                                                                                           '<right> '
                                                                                                                           'in。请与模板一样设为 '
                                                                                                                           '0.62 '
                                                                                                                           'in。',
              'The text is in one column. Set two columns, 3.5 in wide with 0.25 in between, as in the template.': '正文只有一栏。请与模板一样设为两栏，每栏宽 '
                                                                                                                   '3.5 '
                                                                                                                   'in，栏间距 '
                                                                                                                   '0.25 '
                                                                                                                   'in。',
              'The left and right margins are <left> in. Set them to 0.62 in, as in the template.': '左右边距是 '
                                                                                                    '<left> '
                                                                                                    'in。请与模板一样设为 '
                                                                                                    '0.62 '
                                                                                                    'in。',
              'The page size is <inches> in. Set it to US letter (8.5 × 11 in) or A4.': '纸张大小是 <inches> '
                                                                                        'in。请设为 US '
                                                                                        'letter（8.5 × 11 '
                                                                                        'in）或 A4。',
              'The draft contains <number> tracked change<s|>. Accept or reject all of them before you submit the paper (Review > Accept).': '稿件里有 '
                                                                                                                                             '<number> '
                                                                                                                                             '处修订。提交前请全部接受或拒绝（审阅 '
                                                                                                                                             '> '
                                                                                                                                             '接受）。',
              'The draft contains <number> tracked change<s|> by <people,>. Accept or reject all of them before you submit the paper (Review > Accept).': '稿件里有 '
                                                                                                                                                          '<number> '
                                                                                                                                                          '处修订（作者 '
                                                                                                                                                          '<people,>）。提交前请全部接受或拒绝（审阅 '
                                                                                                                                                          '> '
                                                                                                                                                          '接受）。',
              'The draft contains <number> comment<s|>. Delete <it|all of them> before you submit the paper (Review > Delete).': '稿件里有 '
                                                                                                                                 '<number> '
                                                                                                                                 '条批注。提交前请删除（审阅 '
                                                                                                                                 '> '
                                                                                                                                 '删除）。',
              'This text is hidden, but readers of the file can see it. Delete it or show it.': '这段文字是隐藏的，但是读者打开文件就能看到。请删除，或者取消隐藏。',
              'The bookmark "<target>" of this cross-reference does not exist. Insert the cross-reference again (References > Cross-reference).': '这处交叉引用的书签“<target>”不存在。请重新插入（引用 '
                                                                                                                                                  '> '
                                                                                                                                                  '交叉引用）。',
              'Word cannot find the target of this cross-reference. Insert the cross-reference again (References > Cross-reference).': 'Word '
                                                                                                                                       '找不到这处交叉引用的目标。请重新插入（引用 '
                                                                                                                                       '> '
                                                                                                                                       '交叉引用）。',
              '"<group>" is typed by hand. Give the caption the style "<style>", which numbers it, and delete the typed label.': '“<group>”是手动输入的。请给图注或表题用自动编号的样式“<style>”，并删除手动输入的标号。',
              'The style numbers this entry already, so it prints "<printed> <group>". Delete the typed number.': '样式已经给这个条目编了号，会显示为“<printed> '
                                                                                                                  '<group>”。请删除手动输入的编号。',
              '"<group>" is typed by hand. Give the entry the style "<style>", which numbers it, and delete the typed number.': '“<group>”是手动输入的。请给条目用自动编号的样式“<style>”，并删除手动输入的编号。',
              'This paragraph of the reference list has no number. Join it to the entry above, or give it the style "<style>", which numbers it.': '参考文献列表里的这个段落没有编号。请并入上一个条目，或者给它用自动编号的样式“<style>”。',
              'This paragraph has several entries of the reference list. Give each entry a paragraph in the style "<names>", and delete the typed numbers.': '这个段落里有好几条参考文献。请让每条各占一个段落，用样式“<names>”，并删除手动输入的编号。',
              '"<text>" is typed by hand. Give the paragraph the style "bullet list", and delete the typed bullet.': '“<text>”是手动输入的。请给段落用样式“bullet '
                                                                                                                     'list”，并删除手动输入的项目符号。',
              '"<text>" is typed by hand. Turn on the numbering of Word for the list, and delete the typed number.': '“<text>”是手动输入的。请对列表使用 '
                                                                                                                     'Word '
                                                                                                                     '的自动编号，并删除手动输入的编号。',
              '"<text>" is typed by hand. Turn on the numbering of Word for the list, and delete the typed bullet.': '“<text>”是手动输入的。请对列表使用 '
                                                                                                                     'Word '
                                                                                                                     '的自动编号，并删除手动输入的项目符号。'},
 'rules': {'WRD001': {'of': 'b46d50c2',
                      'title': '文字用 IEEE 模板的样式，不用“Normal”或粘贴带来的样式。',
                      'why': '样式同时设置缩进、间距、对齐和字号。用别的样式只是碰巧看起来对，出版社套用模板后就会变样。每种样式只在第一个段落报告一次。代码段落不检查：模板没有代码样式。\n'},
           'WRD002': {'of': 'b954e047',
                      'title': '论文题目用样式“paper title”，作者姓名用“Author”。',
                      'why': '出版社的软件靠这两个样式来找题目和作者。\n'},
           'WRD003': {'of': 'dce39549',
                      'title': '字体和字号由模板的样式设置，不手动设置。',
                      'why': 'IEEE 规定了页边距、字号、间距和字体，让所有论文看起来一致。某种样式有超过 5% 的字符与样式不同时，报告一次。代码、符号和公式不检查。\n'},
           'WRD004': {'of': '51ba2867',
                      'title': '纸张、页边距和分栏与模板一致：letter 或 A4，两栏，左右边距 0.62 in。',
                      'why': '版面不同的论文，IEEE 会退回，或者缩放后放进论文集。\n'},
           'WRD005': {'of': '80f4bdce',
                      'title': '稿件里没有修订、批注、隐藏文字和失效的交叉引用。',
                      'why': '它们可能会被打印出来，或者向审稿人泄露信息。终稿之前，除失效的交叉引用外，都只作提示。\n'},
           'WRD006': {'of': 'e1716d3b',
                      'title': '列表、图注、表题和参考文献由模板的样式编号，不手动输入编号或项目符号。',
                      'why': '手动写的编号，增加条目后不会跟着变；与自动编号放在一起还会重复。稿件里没有的节号或公式编号也会报告。文献管理软件和 SEQ 域的编号属于自动编号。\n'}}}
