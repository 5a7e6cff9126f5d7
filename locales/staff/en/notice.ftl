notice-title = Messages to me
notice-lead = We can tell you when there is news about something you told, asked or were asked.
notice-when = When do you want to be told?
notice-at-once = At once
notice-weekly = On Monday morning, if there is anything new
notice-never = Never. I look for myself
notice-by = How?
notice-mail = By e-mail
notice-sms = By text message
notice-phone = Your mobile number
# $email (String) - her address
notice-address = Your e-mail address is { $email }
# $email (String) - her address
notice-bounced = Mail to { $email } comes back to us, so we have stopped writing. If the address is right, press Save and we try again. If it is wrong, your administrator can correct it.
notice-content = The message never says what it is about. Only that there is news.
notice-stop-title = No more messages?
notice-stop-text = You can turn them on again under Messages to me.
notice-stop = Stop the messages
notice-stopped-title = You get no more messages
notice-stopped-text = You can still see everything when you sign in.
