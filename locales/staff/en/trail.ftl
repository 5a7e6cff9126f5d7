### trail
