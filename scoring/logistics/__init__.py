"""How goods get from a village to a buyer: the freight network, its legs, hours, cost and CO₂."""

from scoring.logistics.network import Network
from scoring.logistics.routes import Backend, Leg, Route, RouteMatrix

__all__ = ["Backend", "Leg", "Network", "Route", "RouteMatrix"]
