# Facts of a documentation set of our own, of the API of domain names that Designate serves.
project = 'Domain Names'
otcdocs_doc_link = '/domain-names/api-ref/'
otcdocs_service_category = 'network'
otcdocs_service_title = 'Domain Names'
otcdocs_service_type = 'dns'
otcdocs_cloud_environment = 'eu_de'
