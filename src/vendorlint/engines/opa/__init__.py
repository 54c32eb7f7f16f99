"""An OPA server as the engine."""
