# METADATA
# title: Places
# description: Countries by their ISO 3166 codes, and EEA, which stands for each of its members.
package vendorlint.lib.place

import rego.v1

# METADATA
# description: The places that the fact data.location may have.
known := [
	"EEA", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU",
	"IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK", "AE",
	"AR", "AU", "BR", "CA", "CL", "CN", "CO", "EG", "HK", "ID", "IL", "IN", "JP", "KE", "KR", "MX", "MY",
	"NG", "NZ", "PE", "PH", "QA", "RS", "RU", "SA", "SG", "TH", "TR", "TW", "UA", "US", "VN", "ZA",
]

# The European Union with Iceland, Liechtenstein and Norway.
_eea := [
	"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT",
	"LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
]

# METADATA
# description: The places allowed, with the members of those that stand for several.
widened(allowed) := found if {
	"EEA" in allowed
	found := array.concat(allowed, _eea)
} else := allowed
