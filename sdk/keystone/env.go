package keystone

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"regexp"
	"strings"

	"github.com/gophercloud/gophercloud/v2"
	"github.com/gophercloud/gophercloud/v2/openstack/config/clouds"

	"github.com/rst2openapi/rst2openapi/sdk"
)

// FromEnv reads the variables that OpenStack tools share. With OS_CLOUD it is FromCloud.
//
//	OS_AUTH_URL, OS_REGION_NAME
//	OS_USERNAME or OS_USER_ID, OS_PASSWORD, OS_PASSCODE, OS_USER_DOMAIN_NAME or _ID
//	OS_TOKEN (or OS_AUTH_TOKEN)
//	OS_APPLICATION_CREDENTIAL_ID or _NAME, OS_APPLICATION_CREDENTIAL_SECRET
//	OS_PROJECT_NAME or _ID (or OS_TENANT_NAME or _ID), OS_PROJECT_DOMAIN_NAME or _ID
//	OS_DOMAIN_NAME or _ID
//	OS_AGENCY_NAME, OS_AGENCY_DOMAIN_NAME or _ID
//	OS_CACERT, OS_CERT, OS_KEY (files)
//
// OS_DOMAIN_NAME and OS_DOMAIN_ID stand in for the domain of the user and of the project
// where that is not set, and are the scope where there is neither a project nor an agency.
// With files of certificates the options have an HTTPClient that uses them; the services
// need it too, through sdk.WithHTTPClient(options.HTTPClient).
//
// It only reads; New says what is missing.
func FromEnv() (Options, error) {
	if name := os.Getenv("OS_CLOUD"); name != "" {
		o, err := FromCloud(name)
		if err == nil {
			o.agencyFromEnv()
		}
		return o, err
	}
	o := Options{
		AuthURL:  os.Getenv("OS_AUTH_URL"),
		Username: firstEnv("OS_USERNAME", "OS_USER_NAME"), UserID: firstEnv("OS_USER_ID", "OS_USERID"),
		Password: os.Getenv("OS_PASSWORD"), Passcode: os.Getenv("OS_PASSCODE"),
		UserDomainName: os.Getenv("OS_USER_DOMAIN_NAME"), UserDomainID: os.Getenv("OS_USER_DOMAIN_ID"),
		Token:                       firstEnv("OS_TOKEN", "OS_AUTH_TOKEN"),
		ApplicationCredentialID:     os.Getenv("OS_APPLICATION_CREDENTIAL_ID"),
		ApplicationCredentialName:   os.Getenv("OS_APPLICATION_CREDENTIAL_NAME"),
		ApplicationCredentialSecret: os.Getenv("OS_APPLICATION_CREDENTIAL_SECRET"),
		ProjectID:                   firstEnv("OS_PROJECT_ID", "OS_TENANT_ID"),
		ProjectName:                 firstEnv("OS_PROJECT_NAME", "OS_TENANT_NAME"),
		ProjectDomainName:           os.Getenv("OS_PROJECT_DOMAIN_NAME"), ProjectDomainID: os.Getenv("OS_PROJECT_DOMAIN_ID"),
		Region: os.Getenv("OS_REGION_NAME"),
	}
	o.agencyFromEnv()
	o.spreadDomain(os.Getenv("OS_DOMAIN_ID"), os.Getenv("OS_DOMAIN_NAME"))
	client, err := clientFromEnv()
	o.HTTPClient = client
	return o, err
}

// FromCloud reads the entry name of clouds.yaml, completed by secure.yaml and, where it
// names a profile, clouds-public.yaml. Each file is looked for in the current folder, in
// ~/.config/openstack and in /etc/openstack; OS_CLIENT_CONFIG_FILE names another
// clouds.yaml. OS_REGION_NAME, OS_CACERT, OS_CERT and OS_KEY count more than the entry.
//
// With cacert, cert, key or "verify: false" the options have an HTTPClient that does so;
// the services need it too, through sdk.WithHTTPClient(options.HTTPClient). Passcodes and
// agencies have no place in these files: set them in the options.
func FromCloud(name string) (Options, error) {
	from, endpoint, config, err := clouds.Parse(clouds.WithCloudName(name))
	if err != nil {
		return Options{}, fmt.Errorf("keystone: reading the cloud %q: %w", name, withoutValues(err))
	}
	o := Options{
		AuthURL: from.IdentityEndpoint, Username: from.Username, UserID: from.UserID, Password: from.Password,
		UserDomainID: from.DomainID, UserDomainName: from.DomainName, Token: from.TokenID,
		ApplicationCredentialID: from.ApplicationCredentialID, ApplicationCredentialName: from.ApplicationCredentialName,
		ApplicationCredentialSecret: from.ApplicationCredentialSecret, Region: endpoint.Region,
	}
	if scope := from.Scope; scope != nil {
		switch {
		case scope.System || scope.TrustID != "":
			return Options{}, fmt.Errorf("keystone: the cloud %q has a system_scope or trust_id, which is not supported", name)
		case scope.ProjectID != "" || scope.ProjectName != "":
			o.ProjectID, o.ProjectName = scope.ProjectID, scope.ProjectName
			o.ProjectDomainID, o.ProjectDomainName = scope.DomainID, scope.DomainName
		default:
			o.DomainID, o.DomainName = scope.DomainID, scope.DomainName
		}
	}
	if config.RootCAs != nil || len(config.Certificates) > 0 || config.InsecureSkipVerify {
		o.HTTPClient = clientWith(config)
	}
	return o, nil
}

// AccessKeyFromEnv reads OS_ACCESS_KEY and OS_SECRET_KEY, and what may go with them:
// OS_SECURITY_TOKEN of a temporary key, OS_PROJECT_ID, OS_DOMAIN_ID and OS_REGION_NAME.
func AccessKeyFromEnv() (sdk.AccessKey, error) {
	key := sdk.AccessKey{
		Access: os.Getenv("OS_ACCESS_KEY"), Secret: os.Getenv("OS_SECRET_KEY"), SecurityToken: os.Getenv("OS_SECURITY_TOKEN"),
		ProjectID: firstEnv("OS_PROJECT_ID", "OS_TENANT_ID"), DomainID: os.Getenv("OS_DOMAIN_ID"), Region: os.Getenv("OS_REGION_NAME"),
	}
	if key.Access == "" || key.Secret == "" {
		return sdk.AccessKey{}, errors.New("keystone: OS_ACCESS_KEY and OS_SECRET_KEY must both be set")
	}
	return key, nil
}

func (o *Options) agencyFromEnv() {
	o.AgencyName = os.Getenv("OS_AGENCY_NAME")
	o.AgencyDomainName, o.AgencyDomainID = os.Getenv("OS_AGENCY_DOMAIN_NAME"), os.Getenv("OS_AGENCY_DOMAIN_ID")
	if o.AgencyName != "" {
		o.DomainID, o.DomainName = "", "" // of the user, while the scope is one of the agency's domain
	}
}

// spreadDomain uses OS_DOMAIN_* for what it stands in for.
func (o *Options) spreadDomain(id, name string) {
	if id == "" && name == "" {
		return
	}
	if o.UserDomainID == "" && o.UserDomainName == "" {
		o.UserDomainID, o.UserDomainName = id, name
	}
	switch {
	case o.AgencyName != "":
	case o.ProjectID == "" && o.ProjectName == "":
		o.DomainID, o.DomainName = id, name
	case o.ProjectDomainID == "" && o.ProjectDomainName == "":
		o.ProjectDomainID, o.ProjectDomainName = id, name
	}
}

// clientFromEnv lets gophercloud read the certificates, which it does only for a cloud.
func clientFromEnv() (*http.Client, error) {
	if firstEnv("OS_CACERT", "OS_CERT", "OS_KEY") == "" {
		return nil, nil
	}
	_, _, config, err := clouds.Parse(clouds.WithCloudName("env"), clouds.WithScope(new(gophercloud.AuthScope)),
		clouds.WithCloudsYAML(strings.NewReader("clouds: {env: {auth: {auth_url: none}}}")), clouds.WithSecureYAML(strings.NewReader("{}")))
	if err != nil {
		return nil, fmt.Errorf("keystone: OS_CACERT, OS_CERT and OS_KEY: %w", err)
	}
	return clientWith(config), nil
}

func firstEnv(names ...string) string {
	for _, name := range names {
		if value := os.Getenv(name); value != "" {
			return value
		}
	}
	return ""
}

var yamlLine = regexp.MustCompile(`line [0-9]+`)

// withoutValues replaces errors of the YAML parser, which show values of the file.
func withoutValues(err error) error {
	if text := err.Error(); strings.Contains(text, "yaml: ") {
		return fmt.Errorf("a file is not the YAML it should be (%s)", strings.Join(yamlLine.FindAllString(text, -1), ", "))
	}
	return err
}
