package gogen

import "strings"

// initialisms are the words that Go names write in a way of their own. Those of Go's own
// list come first, then those of cloud APIs. Left out are words that are also English
// ("as", "er", "rest", "arm"): guessing would spoil more names than it repairs. A document
// that has others names them in its configuration.
var initialisms = strings.Fields(`
ACL AMQP API ASCII CPU CSS DB DNS EOF GID GUID HTML HTTP HTTPS ID IP JSON QPS RAM RPC RTP
SIP SLA SMTP SQL SSH TCP TLS TS TTL UDP UI UID URI URL UTF8 UUID VM XML XMPP XSRF XSS

AES AI AK ALPN ARN ASN AZ BGP BMS BSS CA CBC CBR CCE CCI CDN CES CFB CID CIDR CMK CN CORS
CRC CRL CSBS CSR CSV CVE DCS DDL DDM DDS DH DHCP DLI DLQ DML DMS DNAT DPD DSS DWS EC2
ECDSA ECS EGID EIP ELB ENI ESP ESSD EUID EVS FPGA FQDN FTP GB GCM GPU GRE GRPC GTID HA HDD HDFS
HMAC HPC HSS IAM ICMP IKE IMS IO IOPS IOS ISO JVM JWT KB KMS KV LB LDAP LTS LUN LVM MAC MB
MD5 MFA MIME MQ MRS MTU NAS NAT NFS NIC NPU NTP OBS OCR OIDC OK OS OSS OTC OTP PEM PFS PID
PSK QUIC RBAC RDS RSA S3 SAML SASL SATA SCSI SCTP SDK SFS SHA SK SMN SMS SNAT SNI SNMP SSD SSE
SSL SSO SWR TB TDE TOTP TPS TSDB URN UTC VBS VCPU VGW VIF VIP VLAN VNC VNI VNIC VPC VPN
VXLAN WAF WWN YAML

DDoS GaussDB GeoIP IPsec IPv4 IPv6 IoT MongoDB MySQL NVMe OAuth OpenID PostgreSQL QoS
RabbitMQ RocketMQ
`)

// glued are words that documents write without a seam, by their Go form.
var glued = strings.Fields(`
ClusterID CMKID CertificateID DomainID FlavorID FloatingIP GroupID HostID IPGroup IPType
ImageID InstanceID JobID PolicyID PrivateIP ProjectID PublicIP ResourceID ServerID SubnetID
TaskID TenantID UserID VMState VolumeID VPCID WhiteBlackIP
`)

// shortWords are English words of up to three letters that are written in capitals too,
// as the methods of HTTP and the states of resources are. Other short words in capitals
// are taken for initialisms.
var shortWords = wordSet(`
add all and any asc bad buy day dir end fix for get has hot in is key lag log low max min
new no not off old on one or out own put run set sum tag to top try two up use yes
`)

// notPlural are words that look like the plural of an initialism.
var notPlural = wordSet("has cas ios")

func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(text) {
		set[word] = true
	}
	return set
}

// symbols are the marks that a name may begin with and that tell it from another, as in
// "-created_at". Underscores tell nothing.
var symbols = map[rune]string{
	'-': "Minus", '+': "Plus", '&': "And", '|': "Or", '~': "Tilde", '=': "Equal", '>': "GreaterThan",
	'<': "LessThan", '#': "Hash", '.': "Dot", '*': "Asterisk", '^': "Caret", '%': "Percent",
}
