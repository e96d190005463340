using Cwa.Graph.Engine;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.TwoPaths;

/// <summary>Servers over the sample year that answer on the plain path as well. Their clocks stand still.</summary>
public sealed class TwoPathServers : LentServers
{
    /// <summary>The header of a request that is to be answered on the plain path.</summary>
    public const string PlainHeader = "Plain-Path";

    protected override bool IsLentOn => false;

    protected override async Task<CwaServer> StartAsync(string provider)
    {
        var server = await CwaServer.WithServicesAsync(
            provider,
            services =>
                services
                    .AddSingleton<IDataProtectionProvider, ReadableCursors>()
                    .AddHttpContextAccessor()
                    .AddScoped(s => new ReadScope(
                        s.GetRequiredService<IVisibility>(),
                        s.GetRequiredService<QueryCache>(),
                        s.GetRequiredService<OpenDbContext>()
                    )
                    {
                        IsPlain =
                            s.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http
                            && http.Request.Headers.ContainsKey(PlainHeader),
                    }),
            ("Sample:Load", "true"),
            ("Limits:Cost", "10000"),
            ("Limits:SignedInCost", "10000"),
            ("Limits:Aliases", "100"),
            ("Limits:Depth", "20"),
            ("Limits:ExecutionTime", "00:01:00")
        );
        server.Clock.Stop();
        return server;
    }

    /// <summary>Leaves cursors unencrypted, since an encrypted one is different each time.</summary>
    private sealed class ReadableCursors : IDataProtectionProvider, IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => plaintext;

        public byte[] Unprotect(byte[] protectedData) => protectedData;
    }
}
