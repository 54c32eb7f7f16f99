package vendorlint.lib.training_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.lib.training

terms(facts) := cases.terms({"ai": {"training": facts}})

test_judged_speaks_of_one_kind_of_data if {
	abouts := {kind: training.judged({"id": "some-rule"}, kind).about | some kind, _ in training.kinds}
	abouts == {
		"customer_content": "whether the vendor may train AI models on customer content",
		"personal_data": "whether the vendor may train AI models on personal data",
		"usage_data": "whether the vendor may train AI models on usage data",
		"deidentified_data": "whether the vendor may train AI models on de-identified data",
	}
	training.judged({"id": "some-rule"}, "usage_data").fact == "ai.training.usage_data"
}

test_node_has_the_clauses_on_consent_too if {
	facts := {"usage_data": cases.states("permitted"), "consent": cases.states("opt_out")}
	node := training.node({"id": "some-rule"}, "usage_data") with input as terms(facts)
	node == object.union(cases.states("permitted"), {"evidence": [
		cases.clause("It is permitted."),
		cases.clause("It is opt_out."),
	]})
}

test_node_of_silence if {
	training.node({"id": "some-rule"}, "usage_data") == {} with input as terms({"consent": cases.states("opt_out")})
	training.node({"id": "some-rule"}, "usage_data") == {} with input as cases.terms({})
}

test_problem_of_each_way_of_consent if {
	problems := {consent: problem |
		some consent in training.consents
		facts := {"usage_data": cases.states("permitted"), "consent": cases.states(consent)}
		problem := training.problem({"id": "some-rule"}, "usage_data", []) with input as terms(facts)
	}
	problems == {
		"opt_in": "Usage data may be used to train AI models: once the customer opts in",
		"opt_out": "Usage data may be used to train AI models: the customer has to opt out",
		"deemed": "Usage data may be used to train AI models: using the service counts as consent",
		"none": "Usage data may be used to train AI models: the terms take the right without asking",
	}
}

test_no_problem_with_an_accepted_way_of_consent if {
	every consent in training.consents {
		facts := {"usage_data": cases.states("permitted"), "consent": cases.states(consent)}
		training.problem({"id": "some-rule"}, "usage_data", [consent]) == "" with input as terms(facts)
	}
}

test_no_problem_where_training_is_prohibited if {
	facts := {"usage_data": cases.states("prohibited"), "consent": cases.states("none")}
	training.problem({"id": "some-rule"}, "usage_data", []) == "" with input as terms(facts)
}

test_problem_of_conditions_and_no_word_on_consent if {
	problem := training.problem({"id": "some-rule"}, "usage_data", training.consents)
		with input as terms({"usage_data": cases.states("conditional")})
	problem == concat("", [
		"Usage data may be used to train AI models under conditions: ",
		"no clause was found by which anyone is asked first",
	])
}

test_problem_of_clauses_that_disagree_on_consent if {
	facts := {"usage_data": cases.states("permitted"), "consent": cases.disagrees("opt_in", "none")}
	problem := training.problem({"id": "some-rule"}, "usage_data", training.consents) with input as terms(facts)
	problem == "Usage data may be used to train AI models: clauses disagree on how the customer is asked"
}

test_required if {
	training.required([]) == "prohibited"
	training.required(["opt_in", "opt_out"]) == "prohibited, or consent by opt in, opt out"
}
