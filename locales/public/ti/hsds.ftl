hsds-about = ኣገልግሎታት ኣብ { $municipality }፣ ክፉት ዳታ
