"""Generated from residue.toml by ``python -m ieeelint.tables``."""

TABLE = {'replies': ["as an ai( language| assistant|)( model|)(,|) i( do not| don't| cannot| can't| am|'m| have)",
             'as an ai( language| assistant|)( model|)(,|) my (knowledge|training|responses)',
             "as an artificial intelligence( language model|)(,|) i (do not|don't|cannot|can't|am|have)",
             'as a large language model( trained by openai| developed by openai|)(,|) (i|my)',
             "(i'm|i am) an ai language model", "(i'm|i am) (just|only) an ai",
             'as of my( last| latest| most recent|) (knowledge|training) (update|cutoff|cut-off)',
             'as of my (last|latest|most recent) (update|cutoff|cut-off)', 'my knowledge (cutoff|cut-off)',
             'my training data( only|) (goes|extends|ends|includes information)',
             "i (do not|don't|cannot|can't) (have|get)( direct|) access to "
             '(real-time|up-to-date|current|external|your|the internet|the full text)',
             "(i cannot|i can't|i am unable to|i'm unable to) (browse|search|access) the (internet|web)",
             "i('m| am)( very| really|) sorry, but (i|as an)",
             'i apologi(s|z)e for (the|any|my)( previous| earlier|) '
             '(confusion|inconvenience|oversight|misunderstanding|error|mistake)',
             "^unfortunately, (i cannot|i can't|i am unable to|i'm unable to) "
             '(provide|generate|access|browse|create|verify|assist)',
             "you('re| are)( absolutely| completely| quite|) right!",
             "you('re| are) (absolutely|completely|quite) right(,| to point)",
             "^(that's a |what a |)(great|excellent|good) (question|catch)!",
             "^(certainly|sure|of course|absolutely|gladly)! (here|below|i can|i'll|i will|i have)",
             "^(certainly|sure)(,|.) here('s| is| are) (a|an|the|your|some)",
             "here('s| is) (a|the|your) "
             '(possible|revised|rewritten|reworded|polished|paraphrased|shortened|condensed|rephrased) '
             '(abstract|introduction|paragraph|title|conclusion|passage)',
             "(here's|here is|below is) (a|an|the|your)( more|) "
             '(possible|revised|rewritten|reworded|improved|polished|paraphrased|refined|shortened|condensed|concise|formal|detailed|corrected|rephrased|updated) '
             '(version|draft) of (the|this|that|your) '
             '(abstract|introduction|paragraph|text|title|conclusion|passage|sentence|section|paper|manuscript|article)',
             'below is (a|an|the|your) '
             '(possible|revised|rewritten|improved|polished|paraphrased|refined|corrected|rephrased) '
             '(abstract|introduction|paragraph|conclusion|passage)',
             '^here are( some| a few| several|) (potential|possible|suggested) '
             '(references|citations|titles|keywords)',
             "(the|your) (text|abstract|paragraph|passage|section|draft|manuscript|sentence) you( have|'ve|) "
             '(provided|shared|pasted|sent|uploaded)',
             '(based on|as per|according to) your (request|prompt|instructions)',
             'in my (previous|last|earlier) (response|message)',
             'i hope (this|that|these) (helps|help|clarifies|answers your|meets your)',
             "let me know if you('d| would| need| want| have any)", '^would you like me to', '^want me to',
             "if you('d like| would like| want), i can",
             'if you (have|need)( any|)( further| other| more| additional|) '
             '(questions|help|assistance|details|information), (please |)let me know',
             '^feel free to (let me know|modify it|adjust it|adjust the wording|adjust the tone|tweak '
             'the|replace the)',
             'if you have any( more| further| other| additional|) questions, feel free to (ask|reach out)',
             "is there anything else (i can|you'd like me|you would like me|you want me)",
             'please provide (me with |)(more|additional|further|the) '
             "(context|details|information|text|paragraph) (so i can|you'd like me|you would like me|you "
             'want me|that you would like me|that you want me)',
             '(these|the above|the following|all|the) (references|citations) are '
             '(fictional|fictitious|hypothetical|placeholders)',
             'replace (these|this|the|any|all)( placeholder|) '
             '(values|numbers|text|data|results|citations|references)( above| below|) with your( actual| '
             'own| real|) (values|numbers|data|results|text)',
             '作为(一个|一款|)(ai|人工智能)(语言|)模型，我', '(当然|好的)(，|！)(以下是|下面是|这是)',
             'como (un |)modelo de lenguaje(,| de ia,| de inteligencia artificial,) (no|soy|mi)',
             '^(claro|por supuesto)(,|!) aqu(i|í) (tienes|está|te)', 'como um modelo de linguagem, (não|eu)',
             'en tant que mod(è|e)le de lang(age|ue)(,| ia,) (je|mon)',
             '^(bien sûr|certainement)( |)(,|!) voici',
             'als (ki|ai)(-sprachmodell|-modell| sprachmodell) (kann|habe|bin) ich',
             '^(natürlich|gerne)(,|!) hier (ist|sind)', '^(tentu|baik)( saja|)(,|!) (berikut|ini)'],
 'buttons': ['regenerate response',
             '(chatgpt|claude|gemini|copilot) can make mistakes. (check|please|verify)',
             'claude is ai and can make mistakes', '^(chatgpt|you) said:', '^copy code$',
             '^(thought|reasoned) for (#|a few|a couple of) (second|seconds|minutes)$',
             'translated with (www.|)deepl(.com|)(/translator|) (free version)',
             'evaluation warning: the document was created with'],
 'marks': [':contentreference[oaicite:#]', '[oaicite:#]',
           '(turn|citeturn)#(search|view|news|image|file|fetch|academia|reddit)#', '【#(†|:)…】',
           'sandbox:/mnt/data/', 'grok_render_citation', '<grok:render', 'grok_card', '[cite_(start|end)]',
           '[cite: #', '[(web|attached_file|memory):#]', '[^#_#]', 'ppl-ai-file-upload',
           '<|(im_start|im_end|endoftext|eot_id)|>', '[(inst|/inst)]', '<(think|/think)>', '<antartifact'],
 'placeholders': ['[insert …]', '[add (a|an|the|your|any|more|relevant|specific) …]',
                  '[add (citation|reference|source)…]', '[cite (a|an|the|your|relevant|appropriate) …]',
                  '[cite source…]', '[include (a|an|the|your|any|relevant|specific) …]',
                  '[provide (a|an|the|your|any|more|details|relevant|specific) …]',
                  '[specify (a|an|the|your|which) …]', '[describe (a|an|the|your|any|how|specific) …]',
                  '[mention (a|an|the|your|any|specific) …]', '[list (your|any|all|specific) …]',
                  '[enter (a|an|the|your) …]',
                  '[your '
                  '(name|university|institution|department|company|affiliation|email|title|address|method|model|dataset|own|lab|project|research|city|field|result)…]',
                  "[author(s|'s|) (name|names)]",
                  '[(university|institution|department|company|journal|conference|project|funding agency) '
                  'name]',
                  '[(grant|award|contract) number]', '[placeholder (for|text)…]',
                  '(insert (figure|table|equation|citation|reference) # here)', '[citation]',
                  '[citation (here|required)]', '[reference here]', '[source (here|needed)]',
                  '[author(s|)( et al.|)(,|) (year|20xx)]', '[X]( |)(%|percent|dB|ms|GHz)',
                  '[XX]( |)(%|percent|dB|ms|GHz)', 'XX( |)(%|percent)', 'XX.X( |)(%|percent|dB|ms)',
                  'X.XX( |)(dB|ms)', 'arXiv:#.(XXXX|XXXXX)', 'arXiv:XXXX.',
                  '10.#/(XXX|XXXX|XXXXX|XXXXXX|XXXXXXX)', '#-XX-XX',
                  'INSERT_(SOURCE|CITATION|REFERENCE|URL|LINK|DOI|TITLE|AUTHOR)',
                  '(CITATION|SOURCE|DATA|REFERENCE)_NEEDED',
                  'YOUR_(NAME|EMAIL|UNIVERSITY|TITLE|AFFILIATION|METHOD)',
                  '(your.email|youremail|your_email|yourname)@',
                  '@(university|institution|yourinstitution|youruniversity).edu'],
 'prompts': ['^ignore (any |all |)(previous|prior|above|earlier) (instructions|prompts|directions)',
             'ignore all previous (instructions|prompts)',
             '^(give|write|provide) (a positive review|only a positive review|only positive reviews)',
             '^do not (highlight|mention|emphasize|list) any (negative|negatives|weakness|weaknesses)',
             'you should recommend accepting',
             '^(please '
             '|)(rewrite|rephrase|paraphrase|polish|proofread|humanize|humanise|translate|summarize|summarise) '
             'the following (text|paragraph|abstract|section|sentence|passage)',
             '^(please |)write (me |)(a|an) (introduction|abstract|conclusion|literature review|related work '
             'section) (for|about|on)',
             '^act as (a|an) (expert|professional|academic|experienced|senior)'],
 'lengths': ['^((≈|~)( |)# words)$', '^(word count: #( words|))$'],
 'trackers': ['chatgpt.com', 'openai', 'copilot.com', 'copilot.microsoft.com', 'perplexity', 'perplexity.ai',
              'gemini', 'claude.ai'],
 'unfilled': ['github.com/yourusername', 'github.com/your-username', 'github.com/your_username',
              'github.com/yourname', 'github.com/your-org', 'github.com/username/'],
 'subjects': ['language model', 'language models', 'llm', 'llms', 'chatgpt', 'gpt', 'chatbot', 'chatbots',
              'chat bot', 'dialog', 'dialogue', 'dialogues', 'conversational', 'generative ai',
              'ai-generated', 'machine-generated', 'virtual assistant', 'voice assistant', 'voice assistants',
              'smart speaker', 'smart speakers', 'text generation', 'question answering', 'prompt', 'prompts',
              'prompting', 'prompt injection', 'deepseek', 'peer review', 'academic writing', 'copilot',
              'instruction tuning', 'rlhf']}
