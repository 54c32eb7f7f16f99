package vendorlint.lib.fact_test

import rego.v1

import data.vendorlint.lib.cases_test as cases
import data.vendorlint.lib.fact

stated := cases.states("term")

disputed := cases.disagrees("term", "perpetual")

# What a facts file cannot hold; a rule must not take it for a statement, nor break on it.
broken := [{}, null, 5, "term", [], {"value": null}, {"conflict": []}, {"conflict": 5}]

test_status if {
	fact.status(stated) == "stated"
	fact.status(disputed) == "conflict"
	every node in broken {
		fact.status(node) == "silent"
	}
}

test_false_and_zero_are_statements if {
	fact.status(cases.states(false)) == "stated"
	fact.status(cases.states(0)) == "stated"
}

test_said if {
	fact.said(stated)
	fact.said(disputed)
	not fact.said({})
}

test_value if {
	fact.value(stated) == "term"
	fact.value(disputed) == ["term", "perpetual"]
	every node in broken {
		fact.value(node) == null
	}
}

test_confidence if {
	fact.confidence({"value": "term", "confidence": "low", "review": {"status": "confirmed"}}) == "high"
	fact.confidence({"value": "term", "confidence": "low", "review": {"status": "stale"}}) == "low"
	fact.confidence(object.union(stated, {"confidence": "low"})) == "low"
	fact.confidence({"value": "term"}) == "high"
}

test_values if {
	fact.values(cases.states(["use", "click"])) == ["use", "click"]
	every node in array.concat(broken, [stated, disputed]) {
		fact.values(node) == []
	}
}

test_beyond if {
	fact.beyond(cases.states(["use", "click"]), ["click", "signature"]) == ["use"]
	fact.beyond({}, ["click"]) == []
}

test_evidence if {
	fact.evidence(stated) == [cases.clause("It is term.")]
	fact.evidence(disputed) == [cases.clause("It is term."), cases.clause("It is perpetual.")]
	every node in array.concat(broken, [{"value": "term", "evidence": 5}]) {
		fact.evidence(node) == []
	}
}

test_evidence_of_both if {
	both := fact.with_evidence(stated, cases.states(true))
	both == object.union(stated, {"evidence": [cases.clause("It is term."), cases.clause("It is true.")]})
}

test_evidence_of_both_in_one_clause if fact.with_evidence(stated, stated) == stated

test_evidence_is_added_to_statements_only if {
	fact.with_evidence(disputed, stated) == disputed
	fact.with_evidence({}, stated) == {}
}

told(quote, role) := object.union(cases.clause(quote), {"role": role})

test_a_clause_that_states_both_leads if {
	own := {"value": "none", "evidence": [told("A.", "statement"), told("B.", "statement"), told("B:", "lead_in")]}
	other := {"value": true, "evidence": [told("C.", "statement"), told("B.", "statement")]}
	found := fact.led_by(own, other, true)
	[each.quote | some each in found.evidence] == ["B.", "B:", "A.", "C."]
	[each.quote | some each in fact.led_by(own, other, false).evidence] == ["C.", "A.", "B.", "B:"]
	found.value == "none"
}

test_else_the_other_s_first_leads if {
	own := {"value": "none", "evidence": [told("A.", "statement"), told("C.", "outranked")]}
	other := {"value": true, "evidence": [told("B.", "statement"), told("B:", "lead_in"), told("D.", "statement")]}
	[each.quote | some each in fact.led_by(own, other, true).evidence] == ["B.", "B:", "A.", "C.", "D."]
	worse := {"value": true, "evidence": [told("X.", "statement")]}
	better := {"value": false, "evidence": [told("Y.", "statement")]}
	[each.quote | some each in fact.led_by(own, {"conflict": [worse, better]}, false).evidence] == ["X.", "A.", "C.", "Y."]
	[each.quote | some each in fact.led_by(own, {}, false).evidence] == ["A.", "C."]
	fact.led_by({}, other, true) == {}
}

test_the_other_leads_the_worst_side_of_a_conflict if {
	worse := {"value": "none", "evidence": [told("A.", "statement"), told("B.", "statement")]}
	better := {"value": "advance", "evidence": [told("Y.", "statement")]}
	other := {"value": true, "evidence": [told("B.", "statement"), told("C.", "statement")]}
	found := fact.led_by({"value": "none", "conflict": [worse, better]}, other, false)
	[each.quote | some each in fact.evidence(found)] == ["B.", "Y.", "A.", "C."]
	found.conflict[1] == better
	apart := fact.led_by({"conflict": [worse, better]}, {"value": true, "evidence": [told("D.", "statement")]}, true)
	[each.quote | some each in fact.evidence(apart)] == ["D.", "Y.", "A.", "B."]
	fact.led_by(disputed, {}, false) == disputed
}

test_words if {
	fact.words(["improve_service", "marketing"]) == "improve service, marketing"
	fact.words([]) == ""
}

test_a_conflict_that_is_none_leaves_the_value if {
	fact.status({"value": "term", "conflict": "both"}) == "stated"
}

test_figures if {
	every value in [0, 30, -5, 99.95, 0.0001, 1000000000000000, "30", null, [1e300]] {
		fact.figure(value) == value
	}
	every value in [1e16, -1e16, 1e300, 5e-324, -0.00001] {
		fact.figure(value) == "an absurd number of"
	}
}

test_the_worst_of_a_conflict if {
	fact.worst(object.union(disputed, {"value": "perpetual"})) == "perpetual"
	fact.worst(disputed) == null
	fact.worst(stated) == null
	fact.value(object.union(disputed, {"value": "perpetual"})) == ["term", "perpetual"]
	fact.status(object.union(disputed, {"value": "perpetual"})) == "conflict"
}

clause(quote, role) := {"document": "terms", "lines": [1, 1], "quote": quote, "role": role}

test_each_side_of_a_conflict_shows_its_first_clause_first if {
	worse := [clause("a", "statement"), clause("in", "lead_in"), clause("b", "statement")]
	better := [clause("c", "statement"), clause("so", "exception"), clause("d", "outranked")]
	sides := [{"value": true, "evidence": worse}, {"value": false, "evidence": better}]
	["a", "in", "c", "so", "b", "d"] == [each.quote | some each in fact.evidence({"value": true, "conflict": sides})]
}

# A clause of a set, with what it states of it.
stating(quote, values) := {"quote": quote, "states": values}

test_a_set_leads_with_the_clauses_that_state_what_it_is_judged_for if {
	clauses := [stating("Host.", ["host"]), stating("Sell.", ["sell", "host"]), stating("Train.", ["train"])]
	node := {"value": ["host", "sell", "train"], "evidence": clauses}
	[host, sell, train] := clauses
	fact.about(node, ["sell"]).evidence == [sell, host, train]
	fact.about(node, ["train", "sell"]).evidence == [sell, train, host]
	fact.about(node, ["train"]).value == ["host", "sell", "train"]
}

test_a_clause_of_a_set_keeps_its_lead_in_and_what_turns_it if {
	lead := {"quote": "We may:", "role": "lead_in"}
	turn := {"quote": "But ask.", "role": "exception"}
	clauses := [lead, stating("Host.", ["host"]), lead, stating("Sell.", ["sell"]), lead, turn]
	[_, host, _, sell, _, _] := clauses
	fact.about({"value": ["host", "sell"], "evidence": clauses}, ["sell"]).evidence == [sell, lead, turn, lead, host, lead]
}

test_a_set_stays_as_it_is_where_nobody_told_what_its_clauses_state if {
	node := {"value": ["host", "sell"], "evidence": [{"quote": "Host."}, {"quote": "Sell.", "states": "sell"}]}
	fact.about(node, ["sell"]) == node
	fact.about(node, []) == node
	fact.about({}, ["sell"]) == {}
	fact.about({"value": ["sell"], "evidence": null}, ["sell"]) == {"value": ["sell"], "evidence": null}
}
