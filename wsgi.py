"""What a WSGI server loads: `gunicorn wsgi:application`."""

from kompas.app import create_app

application = create_app()
