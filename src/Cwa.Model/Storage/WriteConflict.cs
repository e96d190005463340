using Microsoft.Data.Sqlite;
using Npgsql;

namespace Cwa.Model;

/// <summary>Tells a write that lost a race from other failures. Tried again, it sees what the winner wrote.</summary>
public static class WriteConflict
{
    private const int SqliteConstraintUnique = 2067,
        SqliteConstraintPrimaryKey = 1555;

    /// <summary>Whether a unique index, a deadlock or a serialization failure caused the exception.</summary>
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
