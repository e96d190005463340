using System.Net;
using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Who asks, and so what they may see. Every list, node and nested condition passes through it.</summary>
/// <remarks>
/// Until sign-in lands, a caller on this machine's loopback in Development answers as NPR; every other caller is the public.
/// </remarks>
[Service]
public sealed class Caller(IHttpContextAccessor http, IHostEnvironment environment) : IRequester, IVisibility
{
    private static readonly FilterNode Nothing = FilterNode.Of<object>("nothing", _ => false);

    private static readonly Dictionary<Type, FilterNode> Public = new()
    {
        [typeof(Event)] = FilterNode.Of<Event>("is public", e => e.IsPublic),
        [typeof(AnnualReport)] = FilterNode.Of<AnnualReport>("is published", r => r.Status == AnnualReportStatus.Published),
        [typeof(AnnualStatement)] = FilterNode.Of<AnnualStatement>("is published", s => s.Report.Status == AnnualReportStatus.Published),
    };

    // Drafts are their agency's own: NPR learns how many there are, not what they say.
    private static readonly Dictionary<Type, FilterNode> Npr = new()
    {
        [typeof(MonthlyReport)] = FilterNode.Of<MonthlyReport>("was sent", r => r.Status != MonthlyReportStatus.Draft),
        [typeof(AnnualReport)] = FilterNode.Of<AnnualReport>("was sent", r => r.Status != AnnualReportStatus.Draft),
        [typeof(AnnualStatement)] = FilterNode.Of<AnnualStatement>("was sent", s => s.Report.Status != AnnualReportStatus.Draft),
    };

    private static readonly HashSet<Type> Open = [typeof(Agency), typeof(ServiceStandard)];

    /// <summary>Whether the caller is NPR.</summary>
    public bool IsNpr => environment.IsDevelopment()
        && http.HttpContext is { Connection.RemoteIpAddress: var address } && (address is null || IPAddress.IsLoopback(address));

    /// <inheritdoc/>
    public bool IsSignedIn => IsNpr;

    /// <inheritdoc/>
    public FilterNode? Of(Type entity) =>
        IsNpr ? Npr.GetValueOrDefault(entity)
        : Open.Contains(entity) ? null
        : Public.GetValueOrDefault(entity, Nothing);

    /// <summary>Those of the records that the caller may see.</summary>
    public IQueryable<T> Sees<T>(IQueryable<T> records) where T : class =>
        Of(typeof(T)) is { } seen ? records.Where(seen.ToLambda<T>(this)) : records;
}

internal static class CwaSecurity
{
    public static void AddCwaSecurity(this WebApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Caller>();
        builder.Services.AddScoped<IRequester>(s => s.GetRequiredService<Caller>());
        builder.Services.AddScoped<IVisibility>(s => s.GetRequiredService<Caller>());
    }
}
