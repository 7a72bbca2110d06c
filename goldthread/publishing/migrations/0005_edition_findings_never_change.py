"""What was found when an edition was published is frozen with it."""

from django.db import migrations

TABLE = "publishing_editionfinding"
REFUSAL = "An edition is frozen. Publish a correction instead."


def freeze(apps, schema_editor):
    """Refuse updates and deletions of an edition's findings, in the database's own words."""
    for event in ("UPDATE", "DELETE"):
        if schema_editor.connection.vendor == "postgresql":
            body = "FOR EACH ROW EXECUTE FUNCTION goldthread_refuse_change()"
        else:
            body = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        schema_editor.execute(f"CREATE TRIGGER {TABLE}_no_{event.lower()} BEFORE {event} ON {TABLE} {body}")


def thaw(apps, schema_editor):
    """Take the triggers away again."""
    on_postgresql = schema_editor.connection.vendor == "postgresql"
    for event in ("update", "delete"):
        schema_editor.execute(f"DROP TRIGGER {TABLE}_no_{event}{f' ON {TABLE}' if on_postgresql else ''}")


class Migration(migrations.Migration):
    dependencies = [("publishing", "0004_findings_and_waivers")]
    operations = [migrations.RunPython(freeze, thaw)]
