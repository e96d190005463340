using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cwa.Model;

/// <summary>An event whose title matches a query of FTS5, SQLite's index of texts.</summary>
internal sealed class TitleMatch
{
    public Guid EventId { get; init; }

    public string Query { get; init; } = "";

    public static void Map(ModelBuilder model) => model.Entity<TitleMatch>().HasNoKey().ToView("event_title_matches");

    /// <summary>Creates the index. Triggers keep it, whoever writes.</summary>
    /// <remarks>
    /// The index knows a row by a number. Events have none that lasts: SQLite may give rows without a key of integers
    /// other numbers when a file is copied or vacuumed. The titles themselves are not stored again.
    /// </remarks>
    public static void Create(MigrationBuilder migration) =>
        migration.Sql(
            """
            CREATE TABLE event_numbers (number INTEGER PRIMARY KEY, event_id TEXT NOT NULL UNIQUE);
            CREATE VIRTUAL TABLE event_titles USING
                fts5(title, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1');
            CREATE VIEW event_title_matches AS
                SELECT numbers.event_id AS event_id, titles.event_titles AS query
                FROM event_titles AS titles JOIN event_numbers AS numbers ON numbers.number = titles.rowid;

            CREATE TRIGGER tr_events_title_added AFTER INSERT ON events BEGIN
                INSERT INTO event_numbers (event_id) VALUES (new.id);
                INSERT INTO event_titles (rowid, title)
                    SELECT number, new.title_search FROM event_numbers WHERE event_id = new.id;
            END;
            CREATE TRIGGER tr_events_title_changed AFTER UPDATE OF title_search ON events
            WHEN new.title_search IS NOT old.title_search BEGIN
                UPDATE event_titles SET title = new.title_search
                    WHERE rowid = (SELECT number FROM event_numbers WHERE event_id = new.id);
            END;
            CREATE TRIGGER tr_events_title_gone AFTER DELETE ON events BEGIN
                DELETE FROM event_titles WHERE rowid = (SELECT number FROM event_numbers WHERE event_id = old.id);
                DELETE FROM event_numbers WHERE event_id = old.id;
            END;
            """
        );

    /// <summary>Drops what <see cref="Create"/> created, except for the triggers, which go with the events.</summary>
    public static void Drop(MigrationBuilder migration) =>
        migration.Sql("DROP VIEW event_title_matches; DROP TABLE event_titles; DROP TABLE event_numbers;");
}
