otcdocs_cloud_environment = 'eu_de'
otcdocs_service_type = 'bees'
