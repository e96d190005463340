using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests.Security;

/// <summary>
/// A server outside Development over the sample year, its directory, and a client for each kind of caller.
/// </summary>
public sealed class SignedInServer : IAsyncLifetime
{
    /// <summary>An application that the server's settings let act for SSA.</summary>
    public const string App = "5b1d2c3e-0000-4000-8000-000000000001";

    public LocalIssuer Issuer { get; private set; } = null!;

    public CwaServer Server { get; private set; } = null!;

    /// <summary>The records in the database, and who may see them.</summary>
    public Holdings Held { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Issuer = await LocalIssuer.StartAsync();
        Server = await CwaServer.ForPeopleOfAsync(
            Issuer,
            ("Sample:Load", "true"),
            ($"Security:Agencies:{App}:0", "SSA"),
            ("Limits:Cost", "20000"),
            ("Limits:SignedInCost", "20000")
        );
        await AddAsync("TREAS");
        await AddAsync("USCS");
        Held = await Holdings.OfAsync(Server.Database.Contexts);
    }

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    /// <summary>Adds records of the kinds that the sample year does not have of every agency.</summary>
    private async Task AddAsync(string abbreviation)
    {
        await using var db = await Server.Database.Contexts.CreateDbContextAsync();
        var agency = await db.Agencies.SingleAsync(a => a.Abbreviation == abbreviation);
        var finding = await db.Findings.FirstAsync(f => f.AgencyId == agency.Id);
        var plan = new PlanReference(agency.Id, PlanLaw.Gmra, "Statements", 1998, "Notes");
        db.AddRange(
            plan,
            PlanCitation.By(finding, plan),
            new AgencyTheme(agency.Id, "Parking", FindingTheme.Access),
            new Analysis(agency.Id, new(1998, 4), new(1998, 9), [], "Letters are lost.", new(1998, 10, 1)),
            new Survey(
                agency.Id,
                SurveyKind.Customer,
                "How did we do?",
                new(1998, 5, 1),
                new(1998, 5, 31),
                new() { CountsMissing = MissingReason.NotCollected }
            )
        );
        if (!await db.ServiceAreas.AnyAsync(area => area.AgencyId == agency.Id))
            db.Add(new ServiceArea(agency.Id, StateCode.CA, 10, 20));
        if (!await db.CustomerBases.AnyAsync(declared => declared.AgencyId == agency.Id))
            db.Add(new CustomerBase(agency.Id, 30, new(1998, 3, 3), "A count"));
        if (!await db.DeliveryChoices.AnyAsync(choice => choice.AgencyId == agency.Id))
            db.Add(new DeliveryChoice(agency.Id, "Permits", Channel.Mail, new(1998, 3, 3)));
        await db.SaveChangesAsync();
    }

    /// <summary>A token for a kind of caller; null for the public.</summary>
    public string? TokenOf(string who) =>
        who switch
        {
            "public" => null,
            "nobody" => Issuer.Token([]),
            "npr" => Issuer.Token(["Npr.Read"]),
            "reviewer" => Issuer.Token(["Npr.Review"]),
            "admin" => Issuer.Token(["Npr.Admin"]),
            _ => Issuer.Token(["Agency.Submit"], who),
        };

    public Task<JsonElement> SendAsync(string who, string query, object? variables = null) =>
        SendWithAsync(TokenOf(who), query, variables);

    public async Task<JsonElement> SendWithAsync(string? token, string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query, variables }),
        };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await Server.Client.SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The data of the answer; fails if it has errors.</summary>
    public async Task<JsonElement> AskAsync(string who, string query, object? variables = null)
    {
        var answer = await SendAsync(who, query, variables);
        Assert.False(answer.TryGetProperty("errors", out var errors), $"{who}: {errors}\n{query}");
        return answer.GetProperty("data");
    }
}

/// <summary>One server, directory and sample year for all tests that only read.</summary>
[CollectionDefinition(Name)]
public sealed class SignedIn : ICollectionFixture<SignedInServer>
{
    public const string Name = "signed in";
}
