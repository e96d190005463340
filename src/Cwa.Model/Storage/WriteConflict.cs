using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cwa.Model;

/// <summary>Tells a write that lost a race from one that failed: done again, it sees what the winner wrote.</summary>
public static class WriteConflict
{
    private const int SqliteConstraintUnique = 2067,
        SqliteConstraintPrimaryKey = 1555;

    /// <summary>
    /// Whether the exception, or one inside it, is a unique index's, a deadlock's or a serialization's.
    /// </summary>
    public static bool Is(Exception? exception) =>
        exception switch
        {
            null => false,
            SqliteException { SqliteExtendedErrorCode: SqliteConstraintUnique or SqliteConstraintPrimaryKey } => true,
            PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation
                    or PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.SerializationFailure,
            } => true,
            _ => Is(exception.InnerException),
        };
}
