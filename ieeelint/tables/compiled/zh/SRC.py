"""Generated from zh/SRC.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'This file is UTF-16, which LaTeX does not read. Save it as UTF-8.': '这个文件是 UTF-16，LaTeX '
                                                                                   '不能读取。请存为 UTF-8。',
              'This file is not UTF-8 (it was read as <encoding>), but LaTeX reads it as UTF-8. Save it as UTF-8.': '这个文件不是 '
                                                                                                                    'UTF-8（按 '
                                                                                                                    '<encoding> '
                                                                                                                    '读取），而 '
                                                                                                                    'LaTeX '
                                                                                                                    '会按 '
                                                                                                                    'UTF-8 '
                                                                                                                    '读。请存为 '
                                                                                                                    'UTF-8。',
              '"<name>" is outside the project folder, so it is not read.': '“<name>”在项目文件夹之外，没有读取。',
              '"<name>" includes itself, directly or through other files, so it is not read again.': '“<name>”直接或间接地包含了自己，不再重复读取。',
              '"<name>" is a folder, but \\input needs a file.': '“<name>”是文件夹，而 \\input 需要文件。',
              'The included file "<name>" is not in the project. Add it, or correct the name.': '项目里没有要包含的文件“<name>”。请加上它，或者改正文件名。',
              'The included file "<name>" cannot be used: it <message>.': '要包含的文件“<name>”无法使用：<message>。',
              '"<name>" is not a regular file and is not read.': '“<name>”不是普通文件，没有读取。',
              'The bibliography file "<name>" is not in the project.': '项目里没有参考文献文件“<name>”。',
              'The bibliography file "<name>" cannot be used: it <message>.': '参考文献文件“<name>”无法使用：<message>。',
              'This "{" has no closing brace, so TeX stops here or misreads the rest. Add the missing brace, or delete the "{".': '这个“{”缺少右花括号，TeX '
                                                                                                                                  '会停在这里，或者读错后面的内容。请补上右花括号，或者删除“{”。',
              'This "}" has no opening brace, so TeX stops here or misreads the rest. Add the missing brace, or delete the "}".': '这个“}”缺少左花括号，TeX '
                                                                                                                                  '会停在这里，或者读错后面的内容。请补上左花括号，或者删除“}”。',
              '\\begin{<name>} has no \\end{<name>} in this file. Add it.': '\\begin{<name>} 在这个文件里没有 '
                                                                            '\\end{<name>}。请补上。',
              '\\begin{<name>} has no \\end{<name>}. Add it.': '\\begin{<name>} 没有 \\end{<name>}。请补上。',
              '\\end{<name>} has no \\begin{<name>} before it. Add or remove one of them.': '\\end{<name>} '
                                                                                            '前面没有 '
                                                                                            '\\begin{<name>}。请补上或删除其中一个。',
              'This "&" is not in a table or an aligned formula, so TeX stops here. Write "\\&".': '这个“&”不在表格或对齐公式里，TeX '
                                                                                                   '会停在这里。请写“\\&”。',
              'This "\\<name>" has no "<opening>" before it, so TeX stops here. Add that, or delete it.': '这个“\\<name>”前面没有“<opening>”，TeX '
                                                                                                          '会停在这里。请补上，或者删除它。',
              'This "\\fi" has no "\\if" before it, so TeX stops here. Delete it.': '这个“\\fi”前面没有“\\if”，TeX '
                                                                                    '会停在这里。请删除它。',
              'This "<tokens>" has no \\fi, so TeX skips the rest. Add it.': '这个“<tokens>”没有 \\fi，TeX '
                                                                             '会跳过后面的内容。请补上。',
              'This "<opening>" has no "<closing>" in its paragraph, so TeX stops here. Add it.': '这个“<opening>”在本段里没有“<closing>”，TeX '
                                                                                                  '会停在这里。请补上。',
              'This "<opening>" has no "<closing>" in its paragraph, so TeX stops here. Add it, or write \\$ for the sign.': '这个“<opening>”在本段里没有“<closing>”，TeX '
                                                                                                                             '会停在这里。请补上；如果是美元符号，请写 '
                                                                                                                             '\\$。',
              'This comment does not suppress <codes,>: mandatory rules cannot be suppressed. Fix the finding, then delete the comment.': '这条注释不能忽略 '
                                                                                                                                          '<codes,>：强制规则不能忽略。请改正问题，再删除注释。',
              'The rules must be in brackets. Write "<form>".': '规则要放在方括号里。请写“<form>”。',
              'Unused suppression: no finding of <codes,> here. Delete this comment.': '多余的忽略注释：这里没有 '
                                                                                       '<codes,> '
                                                                                       '的问题。请删除这条注释。',
              'Unused suppression: no finding of <codes,> here. Delete <it|them> from the brackets.': '多余的忽略注释：这里没有 '
                                                                                                      '<codes,> '
                                                                                                      '的问题。请从方括号里删除。',
              'Unknown word "<kind>". Use <kinds,>, for example "<form>".': '不认识“<kind>”。请用 '
                                                                            '<kinds,>，例如“<form>”。',
              'No comment above disables <codes,>. Delete this comment.': '前面没有注释关闭 <codes,>。请删除这条注释。',
              'Name the rules to <kind>: a range of lines cannot <kind> ALL.': '请写明规则：一段范围不能对 ALL 使用 <kind>。',
              '<code> (<name>) failed on this draft: <error>. All other rules ran. This is a bug in ieeelint: please report it with this message.': '<code>（<name>）在这篇稿件上运行失败：<error>。其他规则都已运行。这是 '
                                                                                                                                                    'ieeelint '
                                                                                                                                                    '的错误，请附上这条信息报告给我们。',
              '<code> (<name>) failed on this draft: <error>. All other rules ran. This is a bug of the local rule in <origin>.': '<code>（<name>）在这篇稿件上运行失败：<error>。其他规则都已运行。这是 '
                                                                                                                                  '<origin> '
                                                                                                                                  '里的本地规则的错误。',
              'A finding of <code> (<name>) is left out: <problem>. This is a bug of the local rule in <origin>.': '<code>（<name>）的一个结果没有显示：<problem>。这是 '
                                                                                                                   '<origin> '
                                                                                                                   '里的本地规则的错误。',
              'Loading the file failed: <error>.': '加载文件失败：<error>。',
              '<code> is also defined in <origin>.': '<code> 在 <origin> 里也有定义。',
              'Python cannot read this line: <error>.': 'Python 读不懂这一行：<error>。',
              'The name "<name>" belongs to <code>. Choose another name.': '名称“<name>”属于 <code>。请换一个名称。',
              'The file registers no rule with @rule.': '这个文件没有用 @rule 注册任何规则。',
              'A file of local rules ends in .py.': '本地规则的文件名以 .py 结尾。',
              'The file <error>.': '文件有问题：<error>。'},
 'rules': {'SRC001': {'of': 'bf9c959b',
                      'title': '项目的每个文件都可读，没有文件包含自己。',
                      'why': '读不出来的内容没有检查，TeX 也读不了：文件包含自己、写成了文件夹、路径在项目之外、编码不是 UTF-8。请改正路径，或者把文件存为 UTF-8。\n'},
           'SRC002': {'of': 'c36a45b5',
                      'title': '花括号和环境都成对。',
                      'why': 'TeX 会停在那里，或者读错后面的内容；其他规则也会读错。请先改正它。\n'},
           'SRC003': {'of': 'd06bd0db',
                      'title': '有一条规则在这篇稿件上运行失败，所以没有按它检查。',
                      'why': '这是规则的错误，不是稿件的错误。其他规则都已运行。请附上这条信息报告；如果可以公开，也请附上出问题的段落。\n'},
           'SRC004': {'of': '00b0ee4e', 'title': '每条忽略注释至少忽略一个问题。', 'why': '多余的注释会遮住同一行以后出现的真正问题。请删除它。\n'},
           'SRC005': {'of': 'e543c41e',
                      'title': '忽略注释要有动作，并在方括号里写规则的代码。',
                      'why': '动作有 ignore、ignore-next-line、disable 与 enable、file-ignore，例如“% ieeelint: '
                             'ignore[FIG001] 理由”。在 Word '
                             '里，请在该段落的批注里写“ieeelint:”及其后的内容。写了强制规则的注释也会报告：对它们不起作用。\n'},
           'SRC006': {'of': 'a8028584',
                      'title': '设置里写的每个本地规则文件都能加载。',
                      'why': '读不出来、抛出异常、规则缺少文档字符串或示例的文件，会在出问题的那一行报告。其他规则照常运行。请用“ieeelint '
                             'test-rules”检查这个文件。\n'}}}
