using System.CommandLine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Keeps people and tools out, or lets them in again, on all servers at once.</summary>
internal static class RevokeCommand
{
    public static IEnumerable<Command> Create() =>
        [
            Named(
                "revoke",
                "Accepts no token and no sign-in of a person or tool any more, on any server over the database.",
                RevokeAsync
            ),
            Named("restore", "Accepts the tokens and sign-ins of a revoked person or tool again.", RestoreAsync),
        ];

    private static Command Named(
        string name,
        string description,
        Func<CwaDbContext, string, TimeProvider, CancellationToken, Task<string>> act
    )
    {
        var subject = new Argument<string>("subject")
        {
            Description = "The `oid` of a person, or `app:` and the id of a tool.",
        };
        subject.Validators.Add(given =>
        {
            var text = given.GetValueOrDefault<string>();
            if (PlainText.IsEmpty(text) || text.Length > Revocation.MostCharacters)
                given.AddError($"The subject has 1 to {Revocation.MostCharacters} characters.");
        });
        var command = new Command(name, description) { subject };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var host = CommandHost.Build();
                var contexts = await CommandHost.DatabaseAsync(host, cancellationToken);
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                var clock = host.Services.GetRequiredService<TimeProvider>();
                Console.WriteLine(await act(db, parsed.GetRequiredValue(subject).Trim(), clock, cancellationToken));
                return 0;
            }
        );
        return command;
    }

    private static async Task<string> RevokeAsync(
        CwaDbContext db,
        string subject,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (await db.Revocations.AnyAsync(r => r.Subject == subject, cancellationToken))
            return $"{subject} is revoked already.";
        db.Add(new Revocation(subject, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancellationToken);
        return $"{subject} is revoked. Within five seconds no server accepts their tokens and sign-ins.";
    }

    private static async Task<string> RestoreAsync(
        CwaDbContext db,
        string subject,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) =>
        await db.Revocations.Where(r => r.Subject == subject).ExecuteDeleteAsync(cancellationToken) == 0
            ? $"{subject} is not revoked in the database. The setting Security:RevokedSubjects may still name them."
            : $"{subject} is no longer revoked.";
}
