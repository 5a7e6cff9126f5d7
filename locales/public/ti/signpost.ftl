signpost-title = ናብ ካልእ ቦታ ድዩ ዝምልከት?
signpost-danger = ሓደ ሰብ ኣብ ሓደጋ ድዩ ዘሎ?
signpost-concern = ብዛዕባ ቆልዓ ወይ ዓቢ ሰብ ትሻቐሉ ዶ ኣለኹም?
signpost-complaint = ጥርዓን ከተቕርቡ ትደልዩ ዶ?
signpost-call = ደውሉ
signpost-read = እንታይ ክትገብሩ ከም እትኽእሉ ኣንብቡ
