"""Generated from zh/RES.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'There is no results.lock next to the draft, so <number> pin<s|> <is|are> not verified. Create it with: ieeelint pin': '稿件旁边没有 '
                                                                                                                                     'results.lock，有 '
                                                                                                                                     '<number> '
                                                                                                                                     '处标注无法核对。请运行 '
                                                                                                                                     'ieeelint '
                                                                                                                                     'pin '
                                                                                                                                     '生成它。',
              'There is no results.lock next to the draft, so <number> key<s|> <is|are> not verified. Create it with: ieeelint pin': '稿件旁边没有 '
                                                                                                                                     'results.lock，有 '
                                                                                                                                     '<number> '
                                                                                                                                     '个键无法核对。请运行 '
                                                                                                                                     'ieeelint '
                                                                                                                                     'pin '
                                                                                                                                     '生成它。',
              'There is no results.lock next to the draft, so <count> <is|are> not verified. Create it with: ieeelint pin': '稿件旁边没有 '
                                                                                                                            'results.lock，无法核对（<count>）。请运行 '
                                                                                                                            'ieeelint '
                                                                                                                            'pin '
                                                                                                                            '生成它。',
              '<digits> is not linked to a result. Pin it (% ieeelint: pin[key]), or print it with \\ieeelintnum{key}.': '<digits> '
                                                                                                                         '没有对应的实验结果。请标注（% '
                                                                                                                         'ieeelint: '
                                                                                                                         'pin[key]），或者用 '
                                                                                                                         '\\ieeelintnum{key} '
                                                                                                                         '显示。',
              'Cannot check the results: <file>: is not complete JSON (<error>). Was it cut off, or does it contain merge conflict markers? Write it again with: ieeelint pin': '无法核对实验结果：<file> '
                                                                                                                                                                                '不是完整的 '
                                                                                                                                                                                'JSON（<error>）。是不是被截断了，或者带有合并冲突的标记？请运行 '
                                                                                                                                                                                'ieeelint '
                                                                                                                                                                                'pin '
                                                                                                                                                                                '重新生成。',
              'Cannot check the results: <file>: has the schema "<found>", but this version of ieeelint reads "<known>". Update ieeelint, or write the file again with: ieeelint pin': '无法核对实验结果：<file> '
                                                                                                                                                                                       '的格式是“<found>”，而这个版本的 '
                                                                                                                                                                                       'ieeelint '
                                                                                                                                                                                       '只认识“<known>”。请更新 '
                                                                                                                                                                                       'ieeelint，或者运行 '
                                                                                                                                                                                       'ieeelint '
                                                                                                                                                                                       'pin '
                                                                                                                                                                                       '重新生成',
              'Cannot check the results: <error>': '无法核对实验结果：<error>',
              'The <named> of the pinned results no longer exist<s|>. Restore <it|them>, or pin the results again: ieeelint pin': '已锁定结果所用的 '
                                                                                                                                  '<named> '
                                                                                                                                  '不存在了。请恢复文件，或者重新锁定：ieeelint '
                                                                                                                                  'pin',
              'The <named> changed after the results were pinned. To see the differences, run: ieeelint pin --diff': '锁定结果之后，<named> '
                                                                                                                     '有改动。要查看差别，请运行：ieeelint '
                                                                                                                     'pin '
                                                                                                                     '--diff',
              '<name> matches no row and column of the results of "<label>". Use the headers of the results, or another label.': '<name> '
                                                                                                                                 '与“<label>”的结果没有一行一列对得上。请使用结果里的表头，或者换一个标签。',
              '<name> is missing the row <named,> of the results.': '<name> 缺少结果里的行 <named,>。',
              '<name> is missing the rows <named,> of the results.': '<name> 缺少结果里的行 <named,>。',
              '<name> is missing the column <named,> of the results.': '<name> 缺少结果里的列 <named,>。',
              '<name> is missing the columns <named,> of the results.': '<name> 缺少结果里的列 <named,>。',
              '<name>, column "<columns>": the unit in the header is <stated>, but the numbers are in <unit>.': '<name> '
                                                                                                                '的“<columns>”列：表头里的单位是 '
                                                                                                                '<stated>，数字却以 '
                                                                                                                '<unit> '
                                                                                                                '为单位。',
              '<location>, row "<row>", column "<column>": <rest!>': '<location> '
                                                                     '的“<row>”行“<column>”列：<rest!>',
              '<location>, column "<column>": <rest!>': '<location> 的“<column>”列：<rest!>',
              'the cell is empty, but the result is <text>.': '单元格是空的，而结果是 <text>。',
              'the macro prints "<key>", the number of another cell.': '宏显示的是“<key>”，即另一个单元格的数字。',
              'the paper says <said,>, but the result is <result> (<source>).<how!>': '论文里写 <said,>，而结果是 '
                                                                                      '<result>（<source>）。<how!>',
              ' It was truncated, not rounded.': '这是截断，不是四舍五入。',
              ' It is off by one in the last digit: was it rounded twice?': '末位差 1：是不是四舍五入了两次？',
              ' It is within the interval, but it is not the value.': '它在区间之内，但不是结果的值。',
              ' It agrees in <other>, not in <unit>.': '以 <other> 为单位才相符，以 <unit> 为单位则不符。',
              'the cell is "<text>", but the result is <result>.': '单元格里是“<text>”，而结果是 <result>。',
              '<digits> is in <unit>, but the results are in <other>.': '<digits> 的单位是 <unit>，而结果的单位是 '
                                                                        '<other>。',
              'the cell is <text>, but the results have no number.': '单元格里是 <text>，而结果里没有数字。',
              'the cell is <text>, but the results have no number (<why>).': '单元格里是 <text>，而结果里没有数字（<why>）。',
              '<digits> has too many digits; its interval (±<half>) supports only <rounded>.': '<digits> '
                                                                                               '的位数太多；按它的区间（±<half>）只能写到 '
                                                                                               '<rounded>。',
              '<token> for <key> has too many digits; its interval (±<half>) supports only <rounded>.': '<key> '
                                                                                                        '的数字 '
                                                                                                        '<token> '
                                                                                                        '位数太多；按它的区间（±<half>）只能写到 '
                                                                                                        '<rounded>。',
              'the interval in the paper is ±<half>, but in the results it is ±<other>.': '论文里的区间是 '
                                                                                          '±<half>，而结果里是 '
                                                                                          '±<other>。',
              'the interval in the paper is ±<half>, but in the results it is ±<other>. <how!>': '论文里的区间是 '
                                                                                                 '±<half>，而结果里是 '
                                                                                                 '±<other>。<how!>',
              'an end of the interval in the paper is <half>, but in the results it is <other>.': '论文里区间的一端是 '
                                                                                                  '<half>，而结果里是 '
                                                                                                  '<other>。',
              'an end of the interval in the paper is <half>, but in the results it is <other>. <how!>': '论文里区间的一端是 '
                                                                                                         '<half>，而结果里是 '
                                                                                                         '<other>。<how!>',
              'It was truncated, not rounded.': '这是截断，不是四舍五入。',
              'It is off by one in the last digit: was it rounded twice?': '末位差 1：是不是四舍五入了两次？',
              'It is within the interval, but it is not the value.': '它在区间之内，但不是结果的值。',
              '"<row>" is the best, but it is not bold.': '“<row>”是最好的结果，却没有加粗。',
              '"<row>" is the second best, but it is not underlined.': '“<row>”是第二好的结果，却没有加下划线。',
              '"<row>" is bold, but <names,> <is|are> the best.': '“<row>”加了粗，而最好的是<names,>。',
              '"<row>" is underlined, but <names,> <is|are> the second best.': '“<row>”加了下划线，而第二好的是<names,>。',
              'The pin "<key>" is invalid: <message>': '标注“<key>”无效：<message>',
              'The paper says <said,>, but the result <key> is <result>).<how!>': '论文里写 <said,>，而结果 <key> 是 '
                                                                                  '<result>)。<how!>',
              'The results have no number "<key>".': '结果里没有数字“<key>”。',
              'The results have no number "<key>". Did you mean "<other>"?': '结果里没有数字“<key>”。是不是想写“<other>”？',
              'The results have no key "<key>".': '结果里没有键“<key>”。',
              'The results have no key "<key>". Did you mean "<other>"?': '结果里没有键“<key>”。是不是想写“<other>”？',
              'The results have no value for "<key>": <why>.': '结果里“<key>”没有值：<why>。',
              'This pins <number> number<s|>, but none is before it on its line. Put it after <the number|the numbers>, on the same line.': '这里标注了 '
                                                                                                                                            '<number> '
                                                                                                                                            '个数字，而同一行的前面没有数字。请把它放在数字之后的同一行。',
              'This pins <number> number<s|>, but <found> <is|are> before it on its line. Put it after <the number|the numbers>, on the same line.': '这里标注了 '
                                                                                                                                                     '<number> '
                                                                                                                                                     '个数字，而同一行的前面只有 '
                                                                                                                                                     '<found> '
                                                                                                                                                     '个。请把它放在数字之后的同一行。',
              '<token> is in <stated>, but <key> is in <unit> in the results.': '<token> 的单位是 <stated>，而结果里 '
                                                                                '<key> 的单位是 <unit>。',
              'No table of the paper resembles "<label>" of the results, so none of its numbers is checked. Write \\label{<label>} or the title of the results in its table.': '论文里没有与结果“<label>”相似的表格，它的数字都没有核对。请在表格里写 '
                                                                                                                                                                               '\\label{<label>}，或者用结果里的表题。',
              '<name> is not compared with the results: most of its row headers print no text here. Write their words in the table, or define their macros in the draft.': '<name> '
                                                                                                                                                                           '没有与结果核对：它的行名大多没有文字。请在表格里写出文字，或者在稿件里定义这些宏。',
              '<name>: the row <named,> of the results is not compared, because no header is clearly the same.<rest!>': '<name>：结果里的行 '
                                                                                                                        '<named,> '
                                                                                                                        '没有核对，因为没有明显相同的行名。<rest!>',
              '<name>: the rows <named,> of the results are not compared, because no header is clearly the same.<rest!>': '<name>：结果里的行 '
                                                                                                                          '<named,> '
                                                                                                                          '没有核对，因为没有明显相同的行名。<rest!>',
              '<name>: the column <named,> of the results is not compared, because no header is clearly the same.<rest!>': '<name>：结果里的列 '
                                                                                                                           '<named,> '
                                                                                                                           '没有核对，因为没有明显相同的列名。<rest!>',
              '<name>: the columns <named,> of the results are not compared, because no header is clearly the same.<rest!>': '<name>：结果里的列 '
                                                                                                                             '<named,> '
                                                                                                                             '没有核对，因为没有明显相同的列名。<rest!>',
              ' Use the headers of the results.': '请使用结果里的表头。',
              ' "<text>" may be this row: most of its values are the same.<rest!>': '“<text>”可能就是这一行：大多数值都相同。<rest!>',
              ' "<text>" may be this column, but its values differ.<rest!>': '“<text>”可能就是这一列，但是值不同。<rest!>',
              '<name> is not compared with "<label>" of the results: none of its tabulars has the headers and the numbers of these results. Use their headers.': '<name> '
                                                                                                                                                                 '没有与结果“<label>”核对：没有一个 '
                                                                                                                                                                 'tabular '
                                                                                                                                                                 '的表头和数字与结果相符。请使用结果里的表头。',
              '<name> is not compared with "<label>" of the results: no cells can be read, as in a picture or a file that is not there. Write the cells as text.': '<name> '
                                                                                                                                                                   '没有与结果“<label>”核对：单元格读不出来，例如它是图片，或者文件不在。请用文字写单元格。',
              'the interval in the paper is ±<<half>, but in the results it is ±<other>.': '论文里的区间是 '
                                                                                           '±<<half>，而结果里是 '
                                                                                           '±<other>。'},
 'rules': {'RES001': {'of': '72bef26c',
                      'title': '稿件里有标注时，锁定结果的文件存在、可读、没有过期。',
                      'why': '``ieeelint pin`` 会生成锁定文件。没有它，论文里的数字都无法核对。结果文件和规格文件有改动或者不见了，只作提示：论文与锁定的结果比较。\n'},
           'RES002': {'of': 'cd5859ef',
                      'title': '表格里的数字与实验结果一致。',
                      'why': '表格按标签或表题对应，单元格按行名和列名对应。数字等于结果四舍五入到任意位数，就算一致。截断的、末位差 1 的、仍在区间内的数字，级别较低。\n'},
           'RES003': {'of': 'e16de9bc',
                      'title': '表格包含结果的所有行和列，每个结果都有数字。',
                      'why': '悄悄删掉一行，失败的实验就看不见了。可以有多余的行和列。没有与任何数字核对的结果只作提示：行名、列名不够明显相同，或者论文里没有相似的表格。\n'},
           'RES004': {'of': '4cf66782',
                      'title': '加粗的是最好的结果，加下划线的是第二好的结果。',
                      'why': '只有结果文件标出每列的最好值，并且表格里用了加粗，才会检查。结果标出第二好的值，并且表格里最好的值加了粗，才会检查下划线。整行加粗或加下划线不检查：那是标出作者自己的方法。\n'},
           'RES005': {'of': '05986ca0',
                      'title': '``\\ieeelintnum{…}`` 和 ``pin[…]`` 里的键都在结果里。',
                      'why': '键是规格文件里 ``[[number]]`` 的键，以及每个单元格的 ``table.row.column``。\n'},
           'RES006': {'of': '8e3e16ed',
                      'title': '正文里标注过的数字与结果一致。',
                      'why': '请在数字之后的同一行写 ``% ieeelint: pin[key]``。多个键依次对应多个数字。“more '
                             'than”“nearly”“about”“34% fewer”等说法都能理解。没有标注的数字从不核对。\n'},
           'RES007': {'of': '0478d7e4',
                      'title': '摘要和结论里的每个数字都由结果生成，或者有标注。',
                      'why': '读者记住的就是这些数字。这条规则默认关闭，因为批大小之类的设置没有结果。``ieeelint trace`` 会给出键的建议。\n'}}}
