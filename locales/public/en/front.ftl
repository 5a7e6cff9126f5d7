menu-find-offers = Find offers
menu-tell-us = Tell us
front-lead = Here volunteers and staff tell what they experience. Here everyone can see what became of it.
front-municipalities = Choose a municipality
front-none-yet = There are no municipalities here yet.
front-go-to = Go to
front-title = Find offers
# $municipality (String) - its name
front-offers-lead = Activities and help in { $municipality }, from the municipality and from volunteers.
front-by-topic = What is it about?
front-by-area = Who is it for?
front-take-part = Do you take part in Samskab?
front-take-part-text = Tell what you experience as a volunteer or at work, and see what became of it.
offer-search-label = Search for offers
offer-search-placeholder = e.g. coffee, transport, Danish
