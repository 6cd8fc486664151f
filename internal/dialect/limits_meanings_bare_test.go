package dialect

import "testing"

// TestValuesWithoutMeaning: a value of a series is one although it has no meaning after it; where it may be one, the
// series is not all.
func TestValuesWithoutMeaning(t *testing.T) {
	checkLimits(t, []limitCase{
		{"State of the kiln. **BUILD**: being made; **ACTIVE**: in use; **FAILED**; **FROZEN**.", "values BUILD|ACTIVE|FAILED|FROZEN"},
		{"State of the kiln. BUILD: being made; ACTIVE: in use; FAILED; FROZEN.", "values BUILD|ACTIVE|FAILED|FROZEN"},
		{"State of the kiln. BUILD: being made. ACTIVE: in use. FAILED and FROZEN.", "values BUILD|ACTIVE|FAILED|FROZEN"},
		{"State of the kiln. **BUILD**: being made; **FAILED**; **ACTIVE**: in use.", "values BUILD|FAILED|ACTIVE"},
		{"**FROZEN**; **BUILD**: being made; **ACTIVE**: in use.", "values FROZEN|BUILD|ACTIVE"},
		{"State. 0: off; 1: on; 2.", "values 0|1|2"},
		{"State. 0 (off), 1 (on), 2", "values 0|1|2"},
		{"State. 0 (off); 1 (on); 2, 4-6.", "values 0|1"},
		{"State. **a** (off), **b** (on), and **c**.", "values a|b|c"},
		{"State. BUILD: being made; ACTIVE: in use.\nFAILED", "values BUILD|ACTIVE|FAILED"},
		{"State. **BUILD**: being made; **ACTIVE**: in use; **not there**.", "some BUILD|ACTIVE"},
		{"State. **BUILD**: being made; **ACTIVE**: in use; FAILED.", "some BUILD|ACTIVE"},
		{"State. RED: warm, BLUE: cold, GREEN.", "some RED|BLUE"},
		{"State. **BUILD**: being made; **ACTIVE**: in use; see the list.", "values BUILD|ACTIVE"},
		{"State. **BUILD**: being made; **ACTIVE**: works with **x**, **y**.", "values BUILD|ACTIVE"},
		{"State. BUILD: being made; ACTIVE: in use. It may change. FROZEN.", "values BUILD|ACTIVE"},
		{"ECS. BUILD: being made; ACTIVE: in use.", "values BUILD|ACTIVE"},
		{"State. **a** (off), **b** (on), and **a**.", "values a|b|a; values a|b"},
		{"State. RED: warm, BLUE: cold, GREEN. PINK: warm.", "some RED|BLUE|PINK"},
		{"State. RED: warm, BLUE: cold and GREEN.", "some RED|BLUE"},
		{"State. RED: warm, BLUE: cold or GREEN.", "values RED|BLUE"},
		{"RED: warm; BLUE: cold, GREEN.", "values RED|BLUE"},
		{"**RED** indicates warm, **BLUE** indicates cold, GREEN.", "values RED|BLUE"},
		{"State. BUILD: being made; ACTIVE: in use;; FAILED.", "values BUILD|ACTIVE|FAILED"},
		{"State. BUILD: being made; ACTIVE: in use. It may change. **lid**;", "values BUILD|ACTIVE"},
		{"State. BUILD: being made; ACTIVE: in use. It may change. **lid**;\n• One.", "values BUILD|ACTIVE"},
		{"**FROZEN** lids; **BUILD**: being made; **ACTIVE**: in use.", "values BUILD|ACTIVE"},
		{"Frozen; **BUILD**: being made; **ACTIVE**: in use.", "values BUILD|ACTIVE"},
		{"**FROZEN**; see it; **BUILD**: being made; **ACTIVE**: in use.", "values BUILD|ACTIVE"},
		{"State. BUILD: being made; ACTIVE: in use;\n**Range**\nBUILD, ACTIVE, FROZEN", "some BUILD|ACTIVE; enum BUILD|ACTIVE|FROZEN!"},
		{"Age. **4** indicates old, and **6** indicates new. **7** is none.", "values 4|6"},
	})
}
