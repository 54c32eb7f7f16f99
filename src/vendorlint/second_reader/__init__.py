"""A second reader of terms, a language model that must quote: asked over the network, on request, by `extract` alone."""
