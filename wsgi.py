"""What a WSGI server loads: `gunicorn wsgi:application`."""

from kompas.app import create_app, refuse_to_open_too_early
from kompas.settings import load_settings

settings = load_settings()
refuse_to_open_too_early(settings)
application = create_app(settings)
