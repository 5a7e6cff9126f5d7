offer-area = Whom is it for?
offer-topic = What is it about?
offer-none-title = We found nothing that fits
offer-none-text = Try fewer words, or see everything.
offer-all = See all offers
offer-back = All offers
# $month (String) - a month
offer-checked = Checked in { $month }
offer-unchecked = Not checked yet – ring first
offer-stale = Not checked for long – ring first
offer-for-whom = For
offer-when = When
offer-where = Where
offer-phone = Phone
offer-email = Write
offer-url = Read more
offer-price = Price
offer-languages = Languages
offer-access = Access
offer-contact = Ask for
offer-bearers = Who runs it
offer-about = Is about
offer-right = Does not change your right to help
offer-right-text = The offer comes on top of the help you are entitled to from the municipality.
offer-why = Why it is here
offer-why-public = Volunteers and staff told what they experienced. It became this.
# $language (String) - the language's own name
offer-written-in = The language of this text: { $language }.
offer-outdated = The translation is older than the text in the first language.
offer-closed-title = The offer has closed
# $name (String) - name of the offer
offer-closed-text = »{ $name }« is no longer there. Perhaps something else fits.
