# Facts of the sample documentation set, in the form that documentation sets have.
project = 'Sample Vault Service'
otcdocs_doc_link = '/sample-vault-service/api-ref/'
otcdocs_service_category = 'storage'
otcdocs_service_title = 'Sample Vault Service'
otcdocs_service_type = 'svs'
otcdocs_cloud_environment = 'eu_de'
