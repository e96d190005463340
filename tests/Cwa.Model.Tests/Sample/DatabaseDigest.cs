using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cwa.Model.Tests;

/// <summary>A digest of everything in a database.</summary>
internal static class DatabaseDigest
{
    public static async Task<string> OfAsync(CwaDbContext db)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await db.Database.OpenConnectionAsync();
        foreach (var entity in db.Model.GetEntityTypes().Where(IsDigested))
            await AddAsync(db, entity, digest);

        return Convert.ToHexString(digest.GetHashAndReset());
    }

    // A view says nothing that its tables do not say.
    private static bool IsDigested(IEntityType entity) =>
        entity.GetTableName() is not null && entity.ClrType != typeof(DataProtectionKey);

    private static async Task AddAsync(CwaDbContext db, IEntityType entity, IncrementalHash digest)
    {
        var key = string.Join(", ", entity.FindPrimaryKey()!.Properties.Select(property => property.GetColumnName()));
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM {entity.GetTableName()} ORDER BY {key}";
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            for (var column = 0; column < rows.FieldCount; column++)
            {
                // The agencies are stamped by the system's clock, so they differ.
                var isStamp =
                    entity.ClrType == typeof(Agency) && rows.GetName(column) is ("recorded_at" or "updated_at");
                if (!isStamp)
                    digest.AppendData(
                        Encoding.UTF8.GetBytes(
                            $"{Convert.ToString(rows.GetValue(column), CultureInfo.InvariantCulture)}\n"
                        )
                    );
            }
        }
    }
}
