"""Generated from zh/UNT.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'Write the SI value first and the English value in parentheses: "<converted> (<shown>)".': '请先写 '
                                                                                                         'SI '
                                                                                                         '值，英制值放在圆括号里：“<converted> '
                                                                                                         '(<shown>)”。',
              'Write the SI value first and the English value in parentheses: "<better>".': '请先写 SI '
                                                                                            '值，英制值放在圆括号里：“<better>”。',
              '"<unit>" is a CGS unit of <dimension!>. Use the SI unit <metric>.': '“<unit>”是<dimension!>的 '
                                                                                   'CGS 单位。请用 SI 单位 '
                                                                                   '<metric>。',
              '"<unit>" is a CGS unit, but "<number>" elsewhere is SI. Write the <dimension!> in <metric> everywhere.': '“<unit>”是 '
                                                                                                                        'CGS '
                                                                                                                        '单位，而别处的“<number>”是 '
                                                                                                                        'SI '
                                                                                                                        '单位。<dimension!>请全文统一用 '
                                                                                                                        '<metric>。',
              'magnetic field': '磁场强度',
              'magnetic flux density': '磁感应强度',
              'magnetic flux': '磁通量',
              'energy': '能量',
              'force': '力',
              'magnetic moment': '磁矩',
              'electric charge': '电荷量',
              'current': '电流',
              'viscosity': '黏度',
              'kinematic viscosity': '运动黏度',
              'luminance': '亮度',
              'illuminance': '照度',
              '"<join>" mixes a spelled unit with a symbol. Write "<symbol>" or "<spelled>".': '“<join>”把单位的全称和符号混在一起了。请写“<symbol>”或“<spelled>”。',
              'Write "<phrase> <name>": a unit without a numeral is spelled out.': '请写“<phrase> '
                                                                                   '<name>”：没有数字时，单位写全称。',
              'Put a space before the sign of degrees Celsius: "<better>".': '摄氏度符号前要有空格：“<better>”。',
              'Write "<number>-<unit>": a hyphen joins the size of a process.': '请写“<number>-<unit>”：工艺尺寸用连字符连接。',
              'Write "<number>-<unit>": a hyphen joins the number and the unit of an adjective.': '请写“<number>-<unit>”：作定语时，数字和单位用连字符连接。',
              'Put a space between the number and the unit: "<right>".': '数字和单位之间要有空格：“<right>”。',
              'A line may break between the number and the unit. Write a non-breaking space: "<shown>".': '数字和单位之间可能断行。请用不换行空格：“<shown>”。',
              'Write a duration with spaces and the symbols h, min, s: "<better>".': '时长请加空格，并用符号 '
                                                                                     'h、min、s：“<better>”。',
              'Delete the period after "<unit>": the symbol of a unit has none.': '请删除“<unit>”后的句点：单位符号不加句点。',
              'The unit "<unit>" is in italics like a variable. Set it upright: \\mathrm{<better>}.': '单位“<unit>”和变量一样排成了斜体。请设为正体：\\mathrm{<better>}。',
              'The unit "<unit>" is in italics like a variable. Set it upright: as normal text in the formula.': '单位“<unit>”和变量一样排成了斜体。请设为正体：在公式里设为普通文本。',
              'The unit "<unit>" is in italics like a variable. Set it upright.': '单位“<unit>”和变量一样排成了斜体。请设为正体。',
              'Raise the exponent: "<shown>", not "<typed>".': '指数要用上标：写“<shown>”，不写“<typed>”。',
              'Write "\\<new>" as elsewhere in this draft, not "\\<name>", its old name.': '稿件别处用的是“\\<new>”，请统一，不用旧名称“\\<name>”。',
              'Write "<join>" with the multiplication sign, not the letter x.': '“<join>”请用乘号，不用字母 x。',
              'Write a decimal point, not a comma: "<match>.<matchx> <unit>".': '小数点用句点，不用逗号：“<match>.<matchx> '
                                                                                '<unit>”。',
              'Write a decimal point, not a comma: "<better>".': '小数点用句点，不用逗号：“<better>”。',
              'Write the unit of a range once: "<better>".': '范围的单位只写一次：“<better>”。',
              'Repeat the percent sign in a range: "<better>".': '范围里的百分号要重复写：“<better>”。',
              'Write a numeral before a unit symbol: "<better>".': '单位符号前要写阿拉伯数字：“<better>”。',
              'Repeat the unit of each dimension: "<better>".': '每个尺寸都要写单位：“<better>”。',
              'Write "<right>", not "<wrong>".': '应写“<right>”，不写“<wrong>”。'},
 'rules': {'UNT001': {'of': '21dfcfaa',
                      'title': '英制单位只能写在 SI 值之后的圆括号里：30 cm (12 in)。',
                      'why': '行业里固定的叫法除外，例如 3.5-inch disk drive。\n'},
           'UNT002': {'of': '5709c6d5',
                      'title': '不混用 SI 和 CGS 单位，优先用 SI。',
                      'why': '混用会造成混乱，因为公式两边的量纲对不上。如果两者都需要，请写明公式里每个量的单位。\n'},
           'UNT003': {'of': '7bbfd87c',
                      'title': '复合单位要么全写全称，要么全用符号。',
                      'why': '请写“Wb/m²”或“webers per square meter”，不写“webers/m²”。\n'},
           'UNT004': {'of': 'c516126c',
                      'title': '没有数字时，单位写全称：“a few henries”，不写“a few H”。',
                      'why': '符号只用在数字后面、表格里、坐标轴上和圆括号里。\n'},
           'UNT005': {'of': 'a1f7c2c0', 'title': '小数点前的零要写出来：0.25，不写 .25。'},
           'UNT006': {'of': '26ef2d6d', 'title': '立方厘米写 cm³，不写 cc。'},
           'UNT007': {'of': '48761651',
                      'title': '数字和单位符号之间加空格：5~GHz。',
                      'why': '这里不能断行：LaTeX 里写 ~，公式里写 \\,，Word 里用不换行空格。作定语时改用连字符：a 5-GHz band。只有 %、°、′ 和 ″ '
                             '紧跟数字；°C 前有空格，没有时只作提示。\n'},
           'UNT008': {'of': 'bb4440ae', 'title': '单位符号用标准写法，不加复数 s，不加句点：kHz、kg、s、h、min、µs、kΩ。'},
           'UNT009': {'of': '7a3b0434',
                      'title': '单位符号用正体，指数用上标。',
                      'why': '公式里的字母会像变量一样排成斜体：请把单位写在公式外，或者写成 \\mathrm{cm}。\n'},
           'UNT010': {'of': 'd7e0e1e9',
                      'title': '范围的单位只在最后写一次；百分号和每个尺寸的单位要重复写。',
                      'why': '例如：5–10 V，20%–30%，3 mm × 4 mm。乘号写 ×，不写字母 x。\n'},
           'UNT011': {'of': '79c339af', 'title': '带单位的数写阿拉伯数字，小数点用句点。'},
           'UNT012': {'of': '1834f8b8',
                      'title': '不混用 siunitx 第 3 版的命令和旧命令。',
                      'why': '\\qty 和 \\unit 取代了 \\SI 和 \\si，\\qtyrange 和 \\qtylist 取代了 \\SIrange 和 '
                             '\\SIlist。全篇只用旧命令没有问题。\n'},
           'UNT013': {'of': '97988117',
                      'title': '数字和单位符号之间用不换行空格，以免在那里断行。',
                      'why': '这是讲究排版时的惯例，IEEE 的模板没有要求，所以这条规则默认关闭。\n'}}}
