using System.Reflection;
using Cwa.Graph.Engine;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests.Security;

/// <summary>The access table without a server: what each kind of caller finds in the database.</summary>
public sealed class AccessRuleTests(SampleHoldings sample) : IClassFixture<SampleHoldings>
{
    public static TheoryData<string> Callers =>
        ["public", "nobody", "admin", "SSA", "HHS", "HCFA", "IRS", "TREAS", "npr", "reviewer"];

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task A_caller_sees_exactly_their_own_records_and_the_open_ones(string who)
    {
        var caller = await sample.CallerAsync(who);

        foreach (var type in sample.Held.Types)
            Assert.Equal(
                sample.Held.Of(type, who).Order().Select(id => (type, id)),
                (await sample.FindAsync(type, caller.Of, caller)).Select(id => (type, id))
            );
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task A_caller_sees_in_full_what_is_theirs_and_what_has_nothing_to_hide(string who)
    {
        var caller = await sample.CallerAsync(who);

        foreach (var type in sample.Held.Types)
        {
            var all = sample.Held.Of(type, who).Concat(sample.Held.Of(type, who, seen: false));
            var whole = all.Where(id =>
                type is "Agency" or "ServiceStandard" or "DueDay" or "ComplaintProcess" or "Program"
                || sample.Held.MaySeeWhole(type, id, who)
            );
            Assert.Equal(
                whole.Order().Select(id => (type, id)),
                (await sample.FindAsync(type, caller.WholeOf, caller)).Select(id => (type, id))
            );
        }
    }

    [Theory]
    [InlineData("public", "")]
    [InlineData("nobody", "")]
    [InlineData("HHS", "HHS, HHS draft")]
    [InlineData("HCFA", "HCFA, HCFA draft")]
    [InlineData("SSA", "")]
    [InlineData("npr", "HCFA, HHS")]
    public async Task An_audit_trail_is_for_the_agencys_own_people_and_without_drafts_for_NPR(string who, string seen)
    {
        var subject = Guid.CreateVersion7();
        await using var db = await sample.Contexts.CreateDbContextAsync();
        foreach (var agency in new[] { "HHS", "HCFA" })
            db.AddRange(
                new AuditEntry(agency, "a clerk", "Liaison", subject, sample.IdOf(agency)),
                new AuditEntry($"{agency} draft", "a clerk", "Liaison", subject, sample.IdOf(agency), isDraft: true)
            );
        await db.SaveChangesAsync();

        var entries = (await sample.CallerAsync(who)).Sees(db.AuditEntries.Where(e => e.SubjectId == subject));

        Assert.Equal(seen, string.Join(", ", (await entries.Select(e => e.Action).ToListAsync()).Order()));
    }

    [Theory]
    [InlineData("public", "all")]
    [InlineData("nobody", "all")]
    [InlineData("HHS", "HCFA, HHS, all")]
    [InlineData("HCFA", "HCFA, all")]
    [InlineData("SSA", "all")]
    [InlineData("npr", "HCFA, HHS, all")]
    public async Task The_feed_tells_everyone_what_concerns_all_and_each_what_concerns_them(string who, string seen)
    {
        var (ofHhs, ofHcfa, ofAll) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var names = new Dictionary<Guid, string>
        {
            [ofHhs] = "HHS",
            [ofHcfa] = "HCFA",
            [ofAll] = "all",
        };
        await using var db = await sample.Contexts.CreateDbContextAsync();
        var last = await db.FeedEntries.MaxAsync(e => (long?)e.Sequence) ?? 0;
        db.AddRange(
            new FeedEntry(last + 1, FeedKind.LiaisonDesignated, sample.IdOf("HHS"), ofHhs),
            new FeedEntry(last + 2, FeedKind.LiaisonDesignated, sample.IdOf("HCFA"), ofHcfa),
            new FeedEntry(last + 3, FeedKind.LiaisonDesignated, null, ofAll)
        );
        await db.SaveChangesAsync();

        var entries = (await sample.CallerAsync(who)).Sees(db.FeedEntries.Where(e => names.Keys.Contains(e.SubjectId)));

        Assert.Equal(
            seen,
            string.Join(
                ", ",
                (await entries.ToListAsync()).Select(e => names[e.SubjectId]).Order(StringComparer.Ordinal)
            )
        );
    }

    [Theory]
    [InlineData("HHS", 1)]
    [InlineData("npr", 0)]
    [InlineData("SSA", 0)]
    public async Task What_a_draft_report_cites_is_not_for_NPR(string who, int seen)
    {
        var caller = await sample.CallerAsync(who);
        await using var db = await sample.Contexts.CreateDbContextAsync();
        await using var undone = await db.Database.BeginTransactionAsync();
        var report = new AnnualReport(sample.IdOf("HHS"), 2050, YearBasis.Fiscal, "How we will serve you");
        var plan = new PlanReference(report.AgencyId, PlanLaw.Gpra, "Performance plan", 1998, "Goal 2");
        db.AddRange(report, plan, PlanCitation.By(report, plan));
        await db.SaveChangesAsync();

        var citations = caller.Sees(db.PlanCitations.Where(c => c.PlanId == plan.Id));

        Assert.Equal(seen, await citations.CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nobody_sees_the_records_of_a_class_without_a_rule(bool isNpr)
    {
        Guid[] hhs = [sample.IdOf("HHS")];
        await using var db = await sample.Contexts.CreateDbContextAsync();

        var seen = AccessRules.For(typeof(FeedCounter)).Seen(isNpr, hhs, hhs)!;

        Assert.NotEmpty(await db.FeedCounters.ToListAsync());
        Assert.Empty(await db.FeedCounters.Where(seen.ToLambda<FeedCounter>(Caller.Public)).ToListAsync());
    }
}

/// <summary>The sample year, its callers, and who may see which of its records.</summary>
public sealed class SampleHoldings : IAsyncLifetime
{
    private static readonly MethodInfo Ids = typeof(SampleHoldings).GetMethod(
        nameof(IdsAsync),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private TestDatabase _database = null!;

    public Holdings Held { get; private set; } = null!;

    public IDbContextFactory<CwaDbContext> Contexts => _database.Contexts;

    public Guid IdOf(string agency) => Held.OwnedBy(agency, nameof(Agency));

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(TestDatabase.Sqlite, sample: true);
        Held = await Holdings.OfAsync(Contexts);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    /// <summary>A caller by the names of <see cref="SignedInServer.TokenOf"/>.</summary>
    public async Task<Caller> CallerAsync(string who)
    {
        if (who == "public")
            return Caller.Public;

        var role = who switch
        {
            "nobody" => "",
            "npr" => Roles.Read,
            "reviewer" => Roles.Review,
            "admin" => Roles.Admin,
            _ => Roles.Submit,
        };
        var (named, agencies) = await new AgencyTree(Contexts).FindAsync([who], CancellationToken.None);
        return new(who, who, [role], agencies, named);
    }

    /// <summary>The ids of a type's records that meet a rule, in order.</summary>
    public async Task<IReadOnlyList<Guid>> FindAsync(string type, Func<Type, FilterNode?> rule, Caller caller)
    {
        await using var db = await Contexts.CreateDbContextAsync();
        var entity = db.Model.GetEntityTypes().Single(t => t.ClrType.Name == type).ClrType;
        var found = await (Task<List<Guid>>)Ids.MakeGenericMethod(entity).Invoke(null, [db, rule(entity), caller])!;
        return [.. found.Order()];
    }

    private static Task<List<Guid>> IdsAsync<T>(CwaDbContext db, FilterNode? rule, Caller caller)
        where T : class =>
        (rule is null ? db.Set<T>() : db.Set<T>().Where(rule.ToLambda<T>(caller)))
            .Select(record => EF.Property<Guid>(record, nameof(Agency.Id)))
            .ToListAsync();
}
