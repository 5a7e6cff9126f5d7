sign-in-lead = Write your e-mail address and we will send you a link. There is no password to remember.
sign-in-email = Your e-mail address
sign-in-send = Send me a link
sign-in-why-no-password = Your phone is remembered for half a year. On a shared computer, sign out when you are done.
sign-in-sent-title = Look in your inbox
# $minutes (Number) - how long the link works
sign-in-sent-text = If you take part in Samskab, we have sent you a link. It works for { $minutes } minutes.
sign-in-sent-nothing = Nothing came? Look among unwanted mail, or ask your coordinator whether your address is right.
sign-in-ready-title = Welcome
# $municipality (String) - its name
sign-in-ready-text = Press the button, and you are inside Samskab in { $municipality }.
sign-in-go = Go in
