# Facts of a documentation set of our own, of the image API that Glance serves.
project = 'Image Service'
otcdocs_doc_link = '/image-service/api-ref/'
otcdocs_service_category = 'computing'
otcdocs_service_title = 'Image Service'
otcdocs_service_type = 'image'
otcdocs_cloud_environment = 'eu_de'
