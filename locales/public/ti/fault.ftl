fault-title = ጌጋ ዘለዎ ነገር ኣሎ ድዩ?
fault-lead = ጌጋ ዘሎ ጠውቑ። ክትኣትዉ ኣየድልየኩምን።
fault-closed = ድሕሪ ሕጂ የለን
fault-moved = ናብ ካልእ ቦታ ከይዱ
fault-wrong-time = እቲ ሰዓት ቅኑዕ ኣይኮነን
fault-wrong-number = እቲ ቁጽሪ ቅኑዕ ኣይኮነን
fault-other = ካልእ ነገር
fault-thanks = ስለ ዝነገርኩምና የቐንየልና
fault-told = ነቶም ዝገብርዎ ሰባት ክንነግሮም ኢና።
fault-more = ቁሩብ ክትውስኹ ትደልዩ ዶ?
fault-more-hint = ንኣብነት ቅኑዕ ሰዓት። ብዛዕባ ሰባት ኣይትጽሓፉ።
fault-email = እንታይ ከም ዝኾነ ክትሰምዑ ትደልዩ ዶ? ኢመይልኩም ጽሓፉ
fault-email-hint = ንሓደ መልሲ ጥራይ ክንጥቀመሉ ኢና፣ ድሕሪኡ ክንድምስሶ ኢና።
fault-send = ስደዱ
fault-sent = የቐንየልና። ተላኢኹ።
fault-said-closed = ብዙሓት ተዓጽዩ ይብሉ – መጀመርታ ደውሉ
fault-mended = ተኣሪሙ።
fault-as-it-stands = ርኢናዮ። ከምቲ ዘለዎ ቅኑዕ እዩ።
fault-taken-down = ድሕሪ ሕጂ የለን። ካብ ዝርዝር ኣውጺእናዮ።
fault-letter-subject = ጌጋ ከም ዘሎ ነጊርኩምና። ከምዚ ኮይኑ – { $municipality }
fault-letter-text =
    ብዛዕባ »{ $name }« ስለ ዝነገርኩምና የቐንየልና።

    { $outcome }

    { $link }

    ኢመይልኩም ተደምሲሱ ኣሎ።
