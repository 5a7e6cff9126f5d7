trail-heading = The way from the story
trail-gathered = It has been gathered with others
trail-gathered-text = It is now part of:
trail-gathered-unnamed = Someone is writing a need that your story is part of.
trail-merged = The need was gathered with another
trail-split = A part of the need became its own
trail-superseded = The need was written anew
trail-before = Before, it was called:
trail-asked = An answer has been asked for
trail-trial = It is being tried in a small way
trail-initiative = An initiative is under way
# $organisation (String) - its name
trail-changed = { $organisation } does this differently now
trail-ended = The initiative has ended. This is what we learnt
trail-offer-new = A new offer
trail-offer-better = A better offer
trail-offer-more = More of an offer
trail-offer-different = A different offer
# $organisation (String) - its name
trail-awaited = { $organisation } answers
# $day (String) - a date
trail-awaited-text = The answer is promised by { $day }.
trail-nothing-yet = Nothing more has happened yet. When it does, it will stand here.
trail-done = { $organisation } says that it is done
trail-will-ask = We ask whether it can be felt
trail-will-ask-text = Around { $day } we ask those who told about the answer from { $organisation }.
