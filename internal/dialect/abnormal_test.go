package dialect

import "testing"

func TestIsAbnormal(t *testing.T) {
	for in, want := range map[string]bool{
		"Abnormal response": true, "Example response (request failed)": true, "Error response:": true,
		"Example of a failed response": true, "Failed sample response": true, "Abnormal": true, "Abnormal values": true,
		"If the query fails, an error is returned.":                                                              true,
		"When an error occurs, only error_code and error_msg are returned; otherwise the following is returned.": false,
		"If the query fails, an error is returned, otherwise the parameters below are.":                          false,
		"When an error occurs, an error code is returned; the response of a good call is described below.":       false,
		"If the query fails, an error code is returned. The fields of the response are:":                         false,
		"If the creation failed, the response has the state error.":                                              false,
		"When the lid creation failed, the state returned is error.":                                             false,
		"When the last update failed, the field state has the error returned.":                                   false,
		"When an error occurs in the lid, the state is returned as error.":                                       false,
		"If the update fails, the lid has the following states, which are returned:":                             false,
		"On failure, the state below is returned.":                                                               false,
		"Otherwise, an error message is returned.":                                                               true,
		"If lid creation fails, the following information is returned:":                                          true,
		"When the request is rejected, the response body contains:":                                              true,
		"In case of failure:": true,
		"In the case of an error, the response is as follows:": true,
		"On error":                         true,
		"Response parameters on failure":   true,
		"The following error is returned:": true,
		"Otherwise, an error is returned.": true,
		"The following parameters are returned if the API call fails:":           true,
		"Example (in case of an error)":                                          true,
		"Example: request failed":                                                true,
		"Sample error response":                                                  true,
		"Error example of a request":                                             true,
		"For details about the error response, see Table 3.":                     true,
		"If an error occurs, a code is returned. The error response is as below": true,

		"Normal response": false, "**error** data structure": false, "": false, "Failure of a task": false, "Example of an error code": false,
		// a word that ends in "on" before "error"
		"The check tells each configuration error of the lid.":                  false,
		"Response parameters of the validation errors":                          false,
		"The following describes the lid after an operation on error lids.":     false,
		"If the query fails, the list is empty.":                                false,
		"If the query fails, **null** is returned.":                             false,
		"If the operation fails, the state of the lid is FAILED.":               false,
		"The response has the state, also in case of failure.":                  false,
		"The lid with its retry policy, and what is done on failure.":           false,
		"Response parameters of the action on failure":                          false,
		"An error is returned if no lid matches.":                               false,
		"If the request fails, do the following:":                               false,
		"If the query succeeds, the lid is returned. If it fails, an error is.": false,
		"If the request fails, an error code is returned. See Error Codes.":     false,
		"Lids whose request failed":                                             false,
		"Number of failed responses":                                            false,
		"Response parameters when it fails":                                     false,
		"Abnormal lids":                                                         false,
		"On failure counters, an error is returned.":                            false,
		"In case of errors of the lid, the following is returned:":              false,
		"Error response counters":                                               false,
		"Sample error rate of the lid":                                          false,
		"The reason is given if the state is rejected.":                         false,
		"The error examples of each lid are trained again.":                     false,
		"No error response is sent.":                                            false,
	} {
		if IsAbnormal(in) != want {
			t.Errorf("%q: got %v", in, !want)
		}
	}
}
