insight-title = How it is going
insight-lead = Here you can see what weighs more in certain places, and what is told everywhere.
insight-until = The numbers go up to and including
insight-signals = This weighs more here than elsewhere
insight-signals-text = At least three organisations tell of it, and more is told than one would expect.
insight-none-title = Too few yet to say anything for sure
insight-none-text = That does not mean that anything was rejected. Do go on telling.
insight-not-refused = What is not listed here is not rejected. There are too few yet to say anything for sure.
insight-topic = Topic
insight-place = Postcode
insight-told = Told
insight-against = Compared with elsewhere
# $count (Number) - a count, rounded down
insight-at-least = At least { $count } times
insight-somewhat-more = More than expected
# $times (Number) - how many times as often as expected
insight-times = At least { $times } times as often as expected
insight-spread = How widely it is told
insight-spread-text = What is told everywhere may weigh most, even where it is no more in one place than in another.
insight-places = Postcodes
insight-organisations = Organisations
insight-few = Under 3
insight-how = How this was counted
insight-how-text = Each teller counts once in a quarter, texts that are alike count as one, and no organisation counts more than three times in one place. Counts of stories show what is told. They do not show how often something happens.
insight-how-shown = Only quarters that are over are included. Counts under 3 are not shown and larger ones are rounded down, so that nobody can be recognised.
