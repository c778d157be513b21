"""Generated from zh/AUT.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'This author has no affiliation. Add \\IEEEauthorblockA.': '这位作者没有单位。请加上 \\IEEEauthorblockA。',
              'No author has an affiliation. Add \\IEEEauthorblockA to each.': '所有作者都没有单位。请给每位作者加上 '
                                                                               '\\IEEEauthorblockA。',
              'The paper names no author. Fill in \\author, or check with --anonymous.': '论文没有作者。请填写 '
                                                                                         '\\author；如果是匿名稿件，请加 '
                                                                                         '--anonymous 检查。',
              'The paper names no author. Add them in the style "<style>", or check with --anonymous.': '论文没有作者。请用样式“<style>”写上作者；如果是匿名稿件，请加 '
                                                                                                        '--anonymous '
                                                                                                        '检查。',
              'The last <number> authors have no affiliation. Add \\IEEEauthorblockA.': '最后 <number> '
                                                                                        '位作者没有单位。请加上 '
                                                                                        '\\IEEEauthorblockA。',
              'Put names into \\IEEEauthorblockN and affiliations into \\IEEEauthorblockA.': '请把姓名放进 '
                                                                                             '\\IEEEauthorblockN，把单位放进 '
                                                                                             '\\IEEEauthorblockA。',
              'The affiliation of this author is missing. Add lines with the organization, and with the city and country, after the name.': '这位作者缺少单位。请在姓名之后加上几行：单位名称，再加城市和国家。',
              'The city and country of this author are missing, and the e-mail address or ORCID. Add a line for each after the affiliation.': '这位作者缺少城市和国家，也缺少电子邮件地址或 '
                                                                                                                                              'ORCID。请在单位之后各加一行。',
              'Put the e-mail address or ORCID last, after the city and country.': '电子邮件地址或 ORCID '
                                                                                   '放在最后，排在城市和国家之后。',
              'The city and country are missing. Add a line for them after this line, before the e-mail address or ORCID.': '缺少城市和国家。请在这一行之后、电子邮件地址或 '
                                                                                                                            'ORCID '
                                                                                                                            '之前加一行。',
              '<number> author blocks may not fit in a row. Break the row after the third.': '一行可能排不下 '
                                                                                             '<number> '
                                                                                             '位作者。请在第三位之后换行。',
              'This author block is empty. Delete it with its \\and.': '这个作者块是空的。请连同 \\and 一起删除。',
              'The affiliations name different departments of one organization. Shorten them to the organization.': '作者单位写了同一机构的不同院系。请只写机构名称。',
              'Delete "<match>". Names have no degrees, job titles, or membership grades here.': '请删除“<match>”。这里的姓名不带学位、职称或会员等级。',
              'A digit of this ORCID is wrong: its check digit does not fit.': '这个 ORCID 有一位数字不对：校验码不符。',
              'No author gives an e-mail address. Add that of the corresponding author, or an ORCID.': '没有一位作者给出电子邮件地址。请加上通讯作者的邮箱，或者 '
                                                                                                       'ORCID。',
              '<name> has no biography, but other authors have one. Add it.': '<name> 没有作者简介，而其他作者有。请补上。',
              'The biography has the name "<life>", the byline "<author>". Spell it in one way.': '作者简介里写的是“<life>”，署名里写的是“<author>”。请统一写法。',
              '"<words>" has no e-mail address. Add it.': '“<words>”没有电子邮件地址。请补上。',
              'IEEE Access names the corresponding author. Add \\corresp{Corresponding author: NAME (e-mail: ADDRESS).}': 'IEEE '
                                                                                                                          'Access '
                                                                                                                          '要求写明通讯作者。请加上 '
                                                                                                                          '\\corresp{Corresponding '
                                                                                                                          'author: '
                                                                                                                          'NAME '
                                                                                                                          '(e-mail: '
                                                                                                                          'ADDRESS).}',
              'This line names none of the authors. Write a name of the byline.': '这一行没有写出任何一位作者。请写上署名里的姓名。',
              'This author gives only an address. Add the organization, city, and country before it.': '这位作者只写了地址。请在它前面加上单位、城市和国家。',
              '<number#> authors give only an address. Add the organization, city, and country before it.': '有 '
                                                                                                            '<number#> '
                                                                                                            '位作者只写了地址。请在它前面加上单位、城市和国家。'},
 'rules': {'AUT001': {'of': '633e44df', 'title': '论文至少写明一位作者，双盲评审的稿件除外。'},
           'AUT002': {'of': '21f60828',
                      'title': '会议论文的每位作者都有姓名块和单位块。',
                      'why': '请用 \\IEEEauthorblockN 和 \\IEEEauthorblockA，作者之间用 \\and 隔开。在 Word '
                             '里，每位作者占一个段落，用样式“Author”，各行之间用 Shift+Enter 换行。\n'},
           'AUT003': {'of': 'af6d71fe', 'title': '姓名之后依次是院系和机构、城市和国家、电子邮件地址或 ORCID。'},
           'AUT004': {'of': '80f506e1',
                      'title': '作者块先从左到右、再从上到下排列，每行三位，以免挤在一起。',
                      'why': '六位作者排两行，九位排三行。在 LaTeX 里，两个作者块之间的换行就是另起一行。\n'},
           'AUT005': {'of': '00192c41', 'title': '作者部分没有空着的作者位置。', 'why': '模板里没有填写的位置请删除。\n'},
           'AUT006': {'of': 'df92a455', 'title': '作者单位要简短：不区分同一机构的不同院系。', 'why': '请只写机构，不写院系。\n'},
           'AUT007': {'of': '9edd73f7',
                      'title': '会议论文的作者姓名不带学位、职称和会员等级。',
                      'why': '会员等级只用于期刊论文。双盲评审的稿件没有姓名（见 ANO001）。\n'},
           'AUT008': {'of': '74183e80',
                      'title': '至少一位作者给出电子邮件地址或 ORCID，每个 ORCID 的校验码正确。',
                      'why': '读者需要通讯作者的联系方式。匿名评审的稿件不写。\n'},
           'AUT009': {'of': 'ebf9d837',
                      'title': '期刊论文只要有一位作者有简介，所有作者就都要有，姓名与署名一致。',
                      'why': '终稿之前，缺少简介只作提示：许多期刊到终稿才要求。姓名的大小写、句点和词序不计，重音符号要一致。\n'},
           'AUT010': {'of': '2f353124',
                      'title': 'IEEE Access 的论文要写明一位作者为通讯作者，并给出电子邮件地址。',
                      'why': '请写 \\corresp{Corresponding author: Ana Lima (e-mail: '
                             'ana@flow.example).}。缺少这一行或地址时，只作提示。\n'}}}
