advice-title = Good advice for the text
advice-name = Write a role instead of a name. People leave, the role stays.
advice-reach = Telephone and mail have fields of their own. Then there is one place to mend.
advice-link = The web page has a field of its own.
advice-law = Few know the paragraph. Write what one can get help with.
advice-day = A date grows old. Remember to mend it, or write "every Thursday".
advice-repeats-title = It says the same as the name. Write what one meets.
