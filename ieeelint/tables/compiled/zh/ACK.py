"""Generated from zh/ACK.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'Move the Acknowledgment after the last section: "<plain>" follows it.': '请把 '
                                                                                       'Acknowledgment（致谢）移到最后一节之后：现在“<plain>”排在它后面。',
              'Thank a sponsor in the unnumbered footnote on the first page, not in the Acknowledgment.': '对资助方的感谢请写在首页不编号的脚注里，不写在致谢里。',
              'Thank a sponsor in the unnumbered footnote on the first page (\\thanks), not in the Acknowledgment.': '对资助方的感谢请写在首页不编号的脚注（\\thanks）里，不写在致谢里。',
              'Write "<name> thanks", without "one of us".': '请写“<name> thanks”，不写“one of us”。',
              'Write "<right>", without an "e" after the "g".': '请写“<right>”：“g”后面没有“e”。',
              'IEEE asks for this in the Acknowledgment: the AI system, the sections with its text, and how you used it. Move the sentence there.': 'IEEE '
                                                                                                                                                    '要求把这些写在致谢里：用了哪个 '
                                                                                                                                                    'AI '
                                                                                                                                                    '系统、哪些部分用了它、怎么用的。请把这句话移过去。',
              'IEEE recommends to say in the Acknowledgment which program edited the language.': 'IEEE '
                                                                                                 '建议在致谢里说明用哪个程序润色了语言。',
              'Say which sections have text of the AI system, and how you used it, as IEEE asks.': '请按 IEEE '
                                                                                                   '的要求说明：哪些部分有 '
                                                                                                   'AI '
                                                                                                   '系统写的内容，以及怎么用的。',
              '"<name>" is an AI system and cannot be an author. Delete it, and name it in the Acknowledgment.': '“<name>”是 '
                                                                                                                 'AI '
                                                                                                                 '系统，不能作为作者。请删除，并在致谢里说明。'},
 'rules': {'ACK001': {'of': '673fb90e',
                      'title': '致谢写作“Acknowledgment”，g 后面没有 e。',
                      'why': 'IEEE 用美式拼写。参考文献列表里，以及这个词作网络术语时，可以带 e。\n'},
           'ACK002': {'of': 'e353a46d',
                      'title': '对资助方的感谢写在首页不编号的脚注里，不写在致谢里。',
                      'why': '请把这句话移到题目的 \\thanks（会议论文还要加 \\IEEEoverridecommandlockouts）。致谢只用来感谢个人。\n'},
           'ACK003': {'of': '0cf43746',
                      'title': '结论之后、参考文献之前，有一节标题为“Acknowledgment”的致谢。',
                      'why': '这个标题不编号。附录可以排在它前面。双盲评审的稿件没有致谢（见 ANO007）。\n'},
           'ACK004': {'of': '1db165b5', 'title': '写“R. B. G. thanks”，不写“one of us (R. B. G.) thanks”。'},
           'ACK005': {'of': '5a95c99c',
                      'title': '用 AI 系统写过论文内容的，要在致谢里写明系统名称、涉及的部分和使用方式；AI 系统不是作者。',
                      'why': '只要系统生成了内容（文字、图、图片或代码），IEEE 就要求写明。如果只用来润色语言，IEEE '
                             '建议写明，这时只作提示。这条规则只看论文里“本文由某系统撰写或润色”一类的句子，并不检测文字是不是 AI '
                             '写的；论文所研究的系统也不算写作工具。双盲评审的稿件没有致谢，也就没有这类提示。\n'}}}
