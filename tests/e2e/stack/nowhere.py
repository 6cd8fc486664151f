"""A backend for disks that nobody reads: each action succeeds, and nothing is stored."""
import io

from cinder.volume import driver


class Driver(driver.VolumeDriver):
    VERSION = "1"

    def _nothing(self, *args, **kwargs):
        return None

    do_setup = check_for_setup_error = _nothing
    create_volume = delete_volume = extend_volume = retype = _nothing
    create_snapshot = delete_snapshot = _nothing
    create_volume_from_snapshot = create_cloned_volume = _nothing
    create_export = ensure_export = remove_export = _nothing
    terminate_connection = _nothing

    def initialize_connection(self, volume, connector, **kwargs):
        return {"driver_volume_type": "nowhere", "data": {}}

    def copy_volume_to_image(self, context, volume, image_service, image_meta):
        image_service.update(context, image_meta["id"], {}, io.BytesIO(b"nothing"))

    def _update_volume_stats(self):
        self._stats = {"volume_backend_name": "nowhere", "vendor_name": "nobody", "driver_version": self.VERSION,
                       "storage_protocol": "nowhere", "total_capacity_gb": 1000, "free_capacity_gb": 1000}
