"""Generated from zh/EQN.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'The first equation has the number (<number>). Begin with (1).<rest!>': '第一个公式的编号是 '
                                                                                      '(<number>)，应从 (1) '
                                                                                      '开始。<rest!>',
              'The number (<number>) comes after (<last>). Continue with (<next>).<rest!>': '编号 (<number>) '
                                                                                            '排在 (<last>) '
                                                                                            '之后，应接着写 '
                                                                                            '(<next>)。<rest!>',
              'The number (<number>) follows (<last>), but (<missing>) is missing.<rest!>': '编号 (<number>) '
                                                                                            '紧跟在 (<last>) '
                                                                                            '之后，缺少 '
                                                                                            '(<missing>)。<rest!>',
              ' Delete the \\tag: LaTeX then counts correctly.<rest!>': '请删除 \\tag，LaTeX 会正确编号。<rest!>',
              ' Delete every \\tag that has a number: LaTeX then counts correctly.<rest!>': '请删除所有带数字的 '
                                                                                            '\\tag，LaTeX '
                                                                                            '会正确编号。<rest!>',
              ' The text has the typed number, too: use a \\label and \\eqref there.': '正文里也手动写了这个编号：请改用 '
                                                                                       '\\label 和 \\eqref。',
              ' LaTeX counts correctly in the environment equation.': '用 equation 环境，LaTeX 会正确编号。',
              'This numbers the equations of each section. IEEE numbers them (1), (2), (3) through the paper. Delete the line.': '这会让公式按节编号。IEEE '
                                                                                                                                 '全文统一编号为 '
                                                                                                                                 '(1)、(2)、(3)。请删除这一行。',
              'Delete this: the class numbers equations (1), (2), (3), without sections and Roman numerals.': '请删除它：文档类会把公式编为 '
                                                                                                              '(1)、(2)、(3)，不带节号，也不用罗马数字。',
              'This makes the next equation (<number>), but (<next>) comes next. Delete it.': '这会让下一个公式变成 '
                                                                                              '(<number>)，而接下来应是 '
                                                                                              '(<next>)。请删除它。',
              'No line of this subequations environment has a number, but it still takes one, so the sequence has a gap. Remove the environment.': '这个 '
                                                                                                                                                   'subequations '
                                                                                                                                                   '环境里没有一行带编号，却仍占用一个号，编号会因此缺一个。请去掉这个环境。',
              "The number (<number>) is not in IEEE's form. Number the equations (1), (2), (3) through the paper.": '编号 '
                                                                                                                    '(<number>) '
                                                                                                                    '不是 '
                                                                                                                    'IEEE '
                                                                                                                    '的格式。请全文统一编号为 '
                                                                                                                    '(1)、(2)、(3)。',
              'Inside a sentence write "<numbers>" alone, not "<printed>".': '句子中只写“<numbers>”，不写“<printed>”。',
              '"\\<command>" prints "<printed>" here. Inside a sentence IEEE prints "<numbers>" alone: use \\eqref.': '“\\<command>”在这里显示为“<printed>”。IEEE '
                                                                                                                      '在句子中只写“<numbers>”：请用 '
                                                                                                                      '\\eqref。',
              '"\\<command>" prints "<printed>" here. Inside a sentence IEEE prints "<numbers>" alone: use \\eqref, or write <macro> in the preamble.': '“\\<command>”在这里显示为“<printed>”。IEEE '
                                                                                                                                                        '在句子中只写“<numbers>”：请用 '
                                                                                                                                                        '\\eqref，或者在导言区写 '
                                                                                                                                                        '<macro>。',
              '"\\<command>" prints "<printed>" here. Inside a sentence IEEE prints "<numbers>" alone: use \\eqref, or change the definition of \\<other>.': '“\\<command>”在这里显示为“<printed>”。IEEE '
                                                                                                                                                             '在句子中只写“<numbers>”：请用 '
                                                                                                                                                             '\\eqref，或者修改 '
                                                                                                                                                             '\\<other> '
                                                                                                                                                             '的定义。',
              '"\\<command>" prints "<printed>" here. Inside a sentence IEEE prints "<numbers>" alone: write <better>.': '“\\<command>”在这里显示为“<printed>”。IEEE '
                                                                                                                         '在句子中只写“<numbers>”：请写 '
                                                                                                                         '<better>。',
              'This prints "<number>" alone. Put the number of an equation in parentheses: "(<number>)".': '这里只显示“<number>”。公式编号要加圆括号：“(<number>)”。',
              'IEEE refers to an equation by its number alone, "<numbers>". Keep the word of "<printed>" only if the name matters.': 'IEEE '
                                                                                                                                     '引用公式时只写编号“<numbers>”。只有公式名称确有必要时，才保留“<printed>”里的文字。',
              'At the start of a sentence write "<right> <numbers>", not "<context>".': '句首要写“<right> '
                                                                                        '<numbers>”，不写“<context>”。',
              '"\\<command>" prints "<context>" here. At the start of a sentence IEEE prints "<right> <numbers>".': '“\\<command>”在这里显示为“<context>”。IEEE '
                                                                                                                    '在句首写“<right> '
                                                                                                                    '<numbers>”。',
              'Do not begin a sentence with a number: write "<right> <numbers>".': '不要用编号开头：请写“<right> '
                                                                                   '<numbers>”。',
              'The words after the equation continue its sentence: "where". Put a comma after the equation, not a period.': '公式后面的“where”仍属于同一个句子。公式后要用逗号，不用句号。',
              'End the equation with a comma and continue with a lowercase "where": both are one sentence.': '公式末尾用逗号，后面接小写的“where”：两者是同一个句子。',
              'This equation ends its sentence (the next sentence begins with "<following>"). Put a period after the equation.': '句子在这个公式处结束（下一句以“<following>”开头）。请在公式后加句号。',
              'This equation ends its sentence (the text ends here). Put a period after the equation.': '句子在这个公式处结束（正文到此为止）。请在公式后加句号。',
              'This equation ends its sentence (the next sentence begins with a formula). Put a period after the equation.': '句子在这个公式处结束（下一句以公式开头）。请在公式后加句号。',
              'The next sentence begins with "<following>". Put a period after the equation, not "<mark>".': '下一句以“<following>”开头。公式后应当用句号，不用“<mark>”。',
              'The text does not define <symbol>. Define it just before or after the equation.': '正文没有说明 '
                                                                                                 '<symbol> '
                                                                                                 '的含义。请在公式前后紧接着说明。',
              '"-<first>" has a hyphen, not a minus sign: write <better>.': '“-<first>”里用的是连字符，不是减号：请写 '
                                                                            '<better>。',
              '"-<first>" has a hyphen, not a minus sign: write <better>, in the whole table.': '“-<first>”里用的是连字符，不是减号：请写 '
                                                                                                '<better>，整个表格都要改。',
              '"-<first>" has a hyphen, not a minus sign: write "<better>" with U+2212.': '“-<first>”里用的是连字符，不是减号：请写“<better>”（减号是 '
                                                                                          'U+2212）。',
              '"-<first>" has a hyphen, not a minus sign: write "<better>" with U+2212, in the whole table.': '“-<first>”里用的是连字符，不是减号：请写“<better>”（减号是 '
                                                                                                              'U+2212），整个表格都要改。',
              '"<name>" prints as a product of variables. Write \\mathit{<typed>}.': '“<name>”会显示为几个变量的乘积。请写 '
                                                                                     '\\mathit{<typed>}。',
              '"<word>" is italic in this formula. It reads as a product of variables; set it upright.': '公式里的“<word>”是斜体，看起来像几个变量的乘积。请设为正体。',
              '"<word>" is italic in this formula. It reads as a product of variables; write <better>.': '公式里的“<word>”是斜体，看起来像几个变量的乘积。请写 '
                                                                                                         '<better>。',
              '"<word>" is italic in this formula. Functions are upright; set it upright.': '公式里的“<word>”是斜体，而函数名要用正体。请设为正体。',
              '"<word>" is italic in this formula. Functions are upright; write <better>.': '公式里的“<word>”是斜体，而函数名要用正体。请写 '
                                                                                            '<better>。',
              '"<word>" is italic in this formula. Functions are upright; write <better> with a subscript for its base, if the number is one.': '公式里的“<word>”是斜体，而函数名要用正体。请写 '
                                                                                                                                                '<better>；如果数字是底数，请写成下标。',
              '"<word>" is italic in this formula. Functions are upright; set it upright with a subscript for its base, if the number is one.': '公式里的“<word>”是斜体，而函数名要用正体。请设为正体；如果数字是底数，请写成下标。',
              '"<word>" is a name, but prints as a product of variables. Write it without a formula: \\texttt{<typed>}.': '“<word>”是一个名称，却会显示为几个变量的乘积。请不要写成公式：\\texttt{<typed>}。',
              'The variable "<letter>" is italic in formulas but upright here: write <better>.': '变量“<letter>”在公式里是斜体，在这里却是正体：请写 '
                                                                                                 '<better>。',
              'The variable "<letter>" is italic in formulas but upright here: set it in italics.': '变量“<letter>”在公式里是斜体，在这里却是正体：请设为斜体。',
              'Use align<star> or IEEEeqnarray<star>: <environment> sets wrong gaps around the relation signs.': '请用 '
                                                                                                                 'align<star> '
                                                                                                                 '或 '
                                                                                                                 'IEEEeqnarray<star>：<environment> '
                                                                                                                 '会让关系符号两侧的间距不对。',
              'Write \\[ … \\], not $$ … $$: a plain TeX display ignores the spacing of the class.': '请写 \\[ '
                                                                                                     '… '
                                                                                                     '\\]，不写 '
                                                                                                     '$$ … '
                                                                                                     '$$：TeX '
                                                                                                     '的 $$ '
                                                                                                     '不遵守文档类的间距。',
              'Write \\begin{equation} … \\end{equation}, not $$ … \\eqno … $$: LaTeX then counts the numbers, and the spacing of the class applies.': '请写 '
                                                                                                                                                       '\\begin{equation} '
                                                                                                                                                       '… '
                                                                                                                                                       '\\end{equation}，不写 '
                                                                                                                                                       '$$ '
                                                                                                                                                       '… '
                                                                                                                                                       '\\eqno '
                                                                                                                                                       '… '
                                                                                                                                                       '$$：这样由 '
                                                                                                                                                       'LaTeX '
                                                                                                                                                       '编号，间距也由文档类决定。',
              'Write \\frac{a}{b}, not {a \\over b}.': '请写 \\frac{a}{b}，不写 {a \\over b}。',
              'Delete <group>: inside array it does nothing or removes the number of the whole equation.': '请删除 '
                                                                                                           '<group>：它在 '
                                                                                                           'array '
                                                                                                           '里不起作用，或者会去掉整个公式的编号。',
              'Move "<group>" to the right edge by a tab, not by spaces. The style "equation" has the tab.': '“<group>”要用制表符移到右边，不用空格。样式“equation”里已有制表位。',
              'The number in "<shown>" is typed by hand. Give the <names!> a \\label and write <macro>.': '“<shown>”里的编号是手动输入的。请给这个<names!>加上 '
                                                                                                          '\\label，再写 '
                                                                                                          '<macro>。',
              '"<group>" is typed by hand. Cite the reference with \\cite.': '“<group>”是手动输入的。请用 \\cite '
                                                                             '引用文献。',
              'The number of the equation is typed by hand. Delete the \\tag, and write a \\label in an environment that numbers the equation.': '公式编号是手动输入的。请删除 '
                                                                                                                                                 '\\tag，改用自动编号的环境并加上 '
                                                                                                                                                 '\\label。',
              'The number of the equation is typed by hand. Delete the \\tag: the environment numbers the equation.': '公式编号是手动输入的。请删除 '
                                                                                                                      '\\tag，这个环境会自动编号。',
              'In the text, write the fraction with a slash: a/b.': '正文里的分数请用斜线：a/b。',
              '<name> makes the formula smaller than the text. Break it into lines instead.': '<name> '
                                                                                              '会让公式比正文小。请改为分行。',
              '<text> makes the line taller. Leave it out in the text, or display the formula.': '<text> '
                                                                                                 '会把行撑高。正文里请不要用它，或者改为行间公式。',
              'A matrix in the text makes the line spacing uneven. Use a displayed equation.': '正文里的矩阵会让行距不均匀。请改为行间公式。'},
 'rules': {'EQN001': {'of': '962c2343',
                      'title': '公式在全文中按顺序编号为 (1)、(2)、(3)。',
                      'why': '编号不缺号、不重复，不带节号，不用罗马数字、连字符或句点。(1a)、(1b) 是同一个公式的几部分；附录里可以用 (A1)。请让 LaTeX '
                             '编号：手动写的编号，下次修改后就会出错，除非是重复引用同一个公式。\\tag{$*$}、\\tag{P1} 这类记号不算编号，可以使用。\n'},
           'EQN002': {'of': '167e1cca',
                      'title': '句子中引用公式写“(1)”，不写“Eq. (1)”或“equation (1)”。',
                      'why': '\\eqref 会显示圆括号；\\autoref 和 \\cref 会显示单词，除非你改过设置。句首要保留单词：“Equation (1) '
                             'is”。公式有名称时，例如“the heat equation (1)”，只作提示。\n'},
           'EQN003': {'of': '15cacd05',
                      'title': '句首引用公式写“Equation (1)”，不能只写编号，也不写“Eq. (1)”。',
                      'why': '句子不以符号开头。编号的圆括号要保留。\n'},
           'EQN004': {'of': '58756169',
                      'title': '行间公式是句子的一部分：句子在公式处结束时，公式后要加句号。',
                      'why': '公式末尾没有标点，而后面是新的句子、新的一节或另一个公式时才会报告。如果公式前的句子已经结束，只作提示。只有后文以大写的“Where”开头时，才要求用逗号。在“Thus”等词前用逗号、在“where”前用句号，也会报告。连续几个公式只看最后一个。\n'},
           'EQN005': {'of': '8e30e019',
                      'title': '公式里的符号要在公式前后的正文中说明。',
                      'why': '正文的公式里从未出现过的字母，各报告一次。这条规则默认关闭，因为约束变量和众所周知的符号难以可靠识别。\n'},
           'EQN006': {'of': '7f386dd7',
                      'title': '负数前用减号，不用连字符。',
                      'why': '在 LaTeX 里把数放进公式：$-5$；在 Word 里输入 U+2212。每个表格只报告一次。\n'},
           'EQN007': {'of': 'c42bdd15',
                      'title': '变量用斜体，在正文里也一样；函数名和公式里的单词用正体。',
                      'why': '请写 \\sin、\\log、\\max，单词写 \\mathrm{…} 或 '
                             '\\text{…}：连着的普通字母会显示为几个变量的乘积。只有正文里也用到这个单词时才会报告。\n'},
           'EQN008': {'of': '2024ed8c',
                      'title': '不要用 eqnarray、$$、\\over，也不要在 array 里用 \\nonumber。',
                      'why': '请用 equation、align、IEEEeqnarray、\\[ \\] 和 \\frac。eqnarray 会让关系符号两侧的间距不对，$$ '
                             '不遵守文档类的间距，array 里的 \\nonumber 可能去掉整个公式的编号。\n'},
           'EQN009': {'of': '928f8b7d',
                      'title': '公式居中、编号靠右，都用制表符，不用空格。',
                      'why': '样式“equation”已有两个制表位：依次输入制表符、公式、制表符和带圆括号的编号。\n'},
           'EQN010': {'of': '1b41431e',
                      'title': '引用图、表格、节、公式和参考文献时用标签，不手动写编号。',
                      'why': '手动写的编号，一加图就错。请在图里写 \\label，在正文里写 \\ref 或 \\eqref；文献用 \\cite '
                             '引用。别的文献里的编号，以及答复审稿人时提到的编号，不会报告。\n'},
           'EQN011': {'of': '949de359',
                      'title': '正文里的公式要紧凑：用斜线、exp 和指数，不用很高的分式和上下限。',
                      'why': '行间公式不要缩小，请分行。这条规则默认关闭，因为文档类排小分式的效果已经够好。\n'}}}
