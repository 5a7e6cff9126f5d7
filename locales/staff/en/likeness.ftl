likeness-title = Others have told of this too
likeness-while-writing = Just write on. Once you have sent it, you can add your story with one tap.
likeness-none-fits = If none of them fits, there is nothing to do. Your story has arrived.
likeness-also = I have seen that too
likeness-draft = Not sent yet
# $words (String) - words of the story that the need has too
likeness-words = Same words: { $words }
# $own (String) - a word of the story
# $theirs (String) - a word of the need
likeness-about = “{ $own }” and “{ $theirs }” are about the same thing
likeness-not-also = Not the same
# $words (String) - the visitor's own words
likeness-learnt = others also say: { $words }
likeness-same-topic = Same topic
# $group (String) - the topic group both were put under
likeness-same-group = Same topic: { $group }
likeness-same-area = Same area
likeness-also-staff = We see that too
