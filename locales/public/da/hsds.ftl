hsds-about = Tilbud i { $municipality }, åbne data
