"""``ieeelint open``: the HTML report of a draft in the browser, which follows the draft."""
