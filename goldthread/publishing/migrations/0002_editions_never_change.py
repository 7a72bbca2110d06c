"""Editions and their files are only ever added: the database itself refuses to change or remove them."""

from django.db import migrations

TABLES = ("publishing_edition", "publishing_editionfile")
REFUSAL = "An edition is frozen. Publish a correction instead."


def freeze(apps, schema_editor):
    """Refuse updates and deletions of editions, in the database's own words."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE FUNCTION goldthread_refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"
        )
    for table in TABLES:
        for event in ("UPDATE", "DELETE"):
            name = f"{table}_no_{event.lower()}"
            if schema_editor.connection.vendor == "postgresql":
                body = "FOR EACH ROW EXECUTE FUNCTION goldthread_refuse_change()"
            else:
                body = f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            schema_editor.execute(f"CREATE TRIGGER {name} BEFORE {event} ON {table} {body}")


def thaw(apps, schema_editor):
    """Take the triggers away again."""
    on_postgresql = schema_editor.connection.vendor == "postgresql"
    for table in TABLES:
        for event in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER {table}_no_{event}{f' ON {table}' if on_postgresql else ''}")
    if on_postgresql:
        schema_editor.execute("DROP FUNCTION goldthread_refuse_change()")


class Migration(migrations.Migration):
    dependencies = [("publishing", "0001_initial")]
    operations = [migrations.RunPython(freeze, thaw)]
