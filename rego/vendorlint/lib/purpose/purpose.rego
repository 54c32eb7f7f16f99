# METADATA
# title: Purposes
# description: The purposes for which a vendor may use customer content, as the fact licence.purposes names them.
package vendorlint.lib.purpose

import rego.v1

# METADATA
# description: All of them, in the order of the ontology.
known := [
	"provide_service",
	"improve_service",
	"develop_products",
	"ai_training",
	"marketing",
	"analytics",
	"research",
	"legal_compliance",
	"security",
	"any_purpose",
]
