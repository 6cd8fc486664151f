package gogen

import "testing"

func TestNames(t *testing.T) {
	n := newNamer([]string{"ZED", "IoTDA"})
	for text, want := range map[string]string{
		// Words and separators.
		"vault": "Vault", "vault_name": "VaultName", "vault-name": "VaultName", "vault.name": "VaultName", "vault name": "VaultName",
		"vaultName": "VaultName", "VaultName": "VaultName", "backup/name": "BackupName", "2things": "N2Things", "md5sum": "MD5Sum", "Body2": "Body2",
		// Initialisms, wherever they stand.
		"id": "ID", "Id": "ID", "vault_id": "VaultID", "vaultId": "VaultID", "id_list": "IDList", "VPCId": "VPCID", "vpcId": "VPCID", "VpcID": "VPCID",
		"url": "URL", "http_method": "HTTPMethod", "HttpMethod": "HTTPMethod", "httpsUrl": "HTTPSURL", "api_version": "APIVersion", "uuid": "UUID", "cpu": "CPU",
		"dns": "DNS", "json": "JSON", "xml": "XML", "sql": "SQL", "ssl": "SSL", "tls": "TLS", "ttl": "TTL", "vm": "VM", "VmState": "VMState", "os": "OS", "qos": "QoS",
		// Several of a thing.
		"ids": "IDs", "vault_ids": "VaultIDs", "VaultIds": "VaultIDs", "VaultIDs": "VaultIDs", "urls": "URLs", "ips": "IPs", "Apis": "APIs", "ListApis": "ListAPIs",
		"ListVPCs": "ListVPCs", "ECSs": "ECSs", "vcpus": "VCPUs", "IDsOfVaults": "IDsOfVaults", "has_ids": "HasIDs",
		// With a number.
		"dns1": "DNS1", "tls12": "TLS12", "sha256": "SHA256", "AES128": "AES128", "ids2": "IDs2", "ec2": "EC2", "ipv4": "IPv4", "IPv6": "IPv6", "ipv4_address": "IPv4Address",
		"IPv4Address": "IPv4Address", "ipv6Cidr": "IPv6CIDR", "ipsec": "IPsec", "IPsecPolicy": "IPsecPolicy", "oauth2_token": "OAuth2Token",
		// Words written without a seam.
		"publicip": "PublicIP", "publicips": "PublicIPs", "floatingip": "FloatingIP", "vpcid": "VPCID", "projectId": "ProjectID", "userid": "UserID",
		// Words that only look like one.
		"has": "Has", "paid": "Paid", "valid": "Valid", "idle": "Idle", "ideas": "Ideas", "vmware": "Vmware", "is_as": "IsAs", "this": "This",
		// Capitals that say nothing.
		"ACTIVE": "Active", "ERROR_DELETING": "ErrorDeleting", "SOURCE_IP": "SourceIP", "EQUAL_TO": "EqualTo", "GET": "Get", "POST": "Post", "QUIC_CID": "QUICCID",
		"OS-EXT-STS:vm_state": "OSExtStsVMState", "TERMINATED_HTTPS": "TerminatedHTTPS",
		// Capitals that may.
		"PXE": "PXE", "CCE": "CCE", "ListPLASConnectors": "ListPLASConnectors", "DDMInstance": "DDMInstance", "X-Auth-Token": "XAuthToken", "V3": "V3",
		// Marks.
		"_id": "ID", "__os_type": "OSType", "a_": "A", "-created_at": "MinusCreatedAt", "+1": "Plus1", "": "Empty", "$": "DollarSign", "$ref": "Ref", "日本": "U65E5672C", "日本_a": "A",
		// The user's own.
		"zed_url": "ZEDURL", "zeds": "ZEDs", "Zed": "ZED", "iotda": "IoTDA", "iotda_id": "IoTDAID",
	} {
		if got := n.name(text); got != want {
			t.Errorf("%q becomes %s, not %s", text, got, want)
		}
	}
	if got := newNamer(nil).name("zed_url"); got != "ZedURL" {
		t.Errorf("another namer's words are known: %s", got)
	}
}

// TestPackagesAreNoLocals: a parameter with the name of a package that generated files use
// would hide it.
func TestPackagesAreNoLocals(t *testing.T) {
	n := newNamer(nil)
	for name := range imports {
		if got := n.local(n.name(name)); got != name+"Param" {
			t.Errorf("%s is the parameter %s", name, got)
		}
	}
}

func TestLocalNames(t *testing.T) {
	n := newNamer(nil)
	for name, want := range map[string]string{
		"VaultID": "vaultID", "VPCID": "vpcID", "ID": "id", "IDs": "ids", "IPv4Address": "ipv4Address", "PublicIP": "publicIP", "Type": "typeParam", "Body": "bodyParam", "Accept": "acceptParam",
		"Path0": "path0Param", "Error": "errorParam", "URL": "urlParam", "N2Things": "n2Things", "A": "a", "U65E5672C": "u65E5672C",
	} {
		if got := n.local(name); got != want {
			t.Errorf("%s becomes %s, not %s", name, got, want)
		}
	}
}

func TestTagFiles(t *testing.T) {
	n := newNamer(nil)
	for _, tag := range []string{"Vaults", "../../etc/passwd", "linux", "a_test", "con", "日本", "", "_", ".hidden", "a\x00b", "É"} {
		op := &operation{tag: tagOf(n, tag)}
		file := tagFile(op.tag)
		for _, r := range file {
			if (r < 'a' || r > 'z') && r != '_' && r != '.' && (r < '0' || r > '9') {
				t.Errorf("the tag %q makes the file %q", tag, file)
			}
		}
		if file[0] == '_' || file[0] == '.' || file != ClientFile && file[len(file)-len("_"+ClientFile):] != "_"+ClientFile {
			t.Errorf("the tag %q makes the file %q", tag, file)
		}
	}
}
