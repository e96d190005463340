using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>
/// The caller of a request, and what they may see and do. Every list, node and nested filter passes through it.
/// </summary>
[Service]
public sealed class Caller : IRequester, IVisibility, IActor
{
    /// <summary>Someone who is not signed in.</summary>
    public static readonly Caller Public = new("", "", [], [], []);

    private readonly HashSet<string> _roles;
    private readonly Guid[] _agencies,
        _named;
    private readonly ConcurrentDictionary<Type, FilterNode?> _seen = [],
        _listed = [];
    private string? _rights;

    /// <param name="subject">Identifies the person or app permanently; empty for someone who is not signed in.</param>
    /// <param name="name">The name that people read.</param>
    /// <param name="roles">The roles of <see cref="Roles"/> that they have.</param>
    /// <param name="agencies">The agencies that they belong to, with all components.</param>
    /// <param name="named">The agencies that they belong to, without components.</param>
    public Caller(
        string subject,
        string name,
        IEnumerable<string> roles,
        IEnumerable<Guid> agencies,
        IEnumerable<Guid> named
    )
    {
        (Subject, Name, Identity) = (subject, name, subject);
        _roles = [.. roles];
        (_agencies, _named) = _roles.Contains(Roles.Submit) ? (agencies.ToArray(), named.ToArray()) : ([], []);
    }

    private Caller(Caller caller, string identity)
    {
        (Subject, Name, _roles, _agencies, _named) = (
            caller.Subject,
            caller.Name,
            caller._roles,
            caller._agencies,
            caller._named
        );
        (_seen, _listed, _rights, Identity) = (caller._seen, caller._listed, caller.Rights, identity);
    }

    /// <summary>Someone who is not signed in, at a network address.</summary>
    /// <remarks>Of an address of IPv6 only the network counts, since one machine has as many as it likes.</remarks>
    public static Caller PublicAt(IPAddress? address)
    {
        if (address is null)
            return Public;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            address = new([.. address.GetAddressBytes().AsSpan(0, 8), 0, 0, 0, 0, 0, 0, 0, 0]);
        return new(Public, address.ToString());
    }

    /// <inheritdoc/>
    public string Identity { get; }

    /// <summary>The person or app, the same in every token; empty for someone who is not signed in.</summary>
    public string Subject { get; }

    /// <summary>The person or app as the audit trail names it.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public string Rights =>
        _rights ??= string.Join(' ', [.. _roles.Order(), .. Sorted(_agencies), "named", .. Sorted(_named)]);

    /// <summary>
    /// The agencies that the caller acts for, components included; empty without the role Agency.Submit.
    /// </summary>
    public IReadOnlyList<Guid> Agencies => _agencies;

    /// <inheritdoc/>
    public bool IsSignedIn => Subject.Length > 0;

    /// <summary>Whether the caller reads what all agencies report.</summary>
    public bool IsNpr => Has(Roles.Read) || CanReview;

    /// <summary>Whether the caller accepts, returns, clears and publishes.</summary>
    public bool CanReview => Has(Roles.Review);

    /// <summary>Whether the caller has the role.</summary>
    public bool Has(string role) => _roles.Contains(role);

    /// <summary>Whether the caller acts for the agency: it is their own, or a component of it.</summary>
    public bool CanSubmitFor(Guid agencyId) => _agencies.Contains(agencyId);

    /// <summary>Those of the agencies that the caller acts for.</summary>
    public IQueryable<Agency> ActsFor(IQueryable<Agency> agencies) =>
        agencies.Where(a => Enumerable.Contains(_agencies, a.Id));

    /// <inheritdoc/>
    public bool HasOneOf(IReadOnlyList<string> roles) => roles.Count == 0 ? IsNpr || Has(Roles.Submit) : roles.Any(Has);

    /// <inheritdoc/>
    public FilterNode? Of(Type entity) => _listed.GetOrAdd(entity, type => AccessRules.For(type).InLists(OfNode(type)));

    /// <inheritdoc/>
    public FilterNode? OfNode(Type entity) =>
        _seen.GetOrAdd(entity, type => AccessRules.For(type).Seen(IsNpr, _agencies, _named));

    /// <inheritdoc/>
    public FilterNode? WholeOf(Type entity) => AccessRules.For(entity).Whole(IsNpr, _agencies);

    /// <summary>Those of the records that the caller may see.</summary>
    public IQueryable<T> Sees<T>(IQueryable<T> records)
        where T : class => Of(typeof(T)) is { } seen ? records.Where(seen.ToLambda<T>(this)) : records;

    private static IEnumerable<string> Sorted(Guid[] agencies) => agencies.Order().Select(a => a.ToString("N"));
}
