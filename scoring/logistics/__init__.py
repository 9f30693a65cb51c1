"""How goods get from a village to a buyer: the freight network, its legs, hours, cost and CO₂."""
