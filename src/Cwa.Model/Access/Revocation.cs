using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cwa.Model;

/// <summary>Someone whose tokens and sign-ins are no longer accepted, on any server over this database.</summary>
public sealed class Revocation
{
    /// <summary>The longest subject, in characters.</summary>
    public const int MostCharacters = 200;

    private Revocation() { } // EF Core

    /// <param name="subject">The `oid` of a person, or `app:` and the id of a tool.</param>
    /// <param name="revokedAt">When their access was revoked.</param>
    public Revocation(string subject, DateTime revokedAt) => (Subject, RevokedAt) = (subject, revokedAt);

    /// <summary>The `oid` of a person, or `app:` and the id of a tool.</summary>
    [MaxLength(MostCharacters)]
    public string Subject { get; private init; } = null!;

    /// <summary>When their access was revoked.</summary>
    public DateTime RevokedAt { get; private init; }
}

internal sealed class RevocationConfiguration : IEntityTypeConfiguration<Revocation>
{
    public void Configure(EntityTypeBuilder<Revocation> revocation) => revocation.HasKey(r => r.Subject);
}
