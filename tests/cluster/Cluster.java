import static org.codelibs.opensearch.runner.OpenSearchRunner.newConfigs;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * Run OpenSearch nodes in one process. Arguments: a folder, then for each node its ports for HTTP and for
 * other nodes. A number on standard input, from 0, stops a node; the end of the input stops all.
 */
public class Cluster {
    /** The modules that the tests need; loading others takes most of the time to start. */
    private static final String MODULES = String.join(",",
            "org.opensearch.index.reindex.ReindexModulePlugin",
            "org.opensearch.transport.Netty4ModulePlugin");

    public static void main(String[] args) throws Exception {
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.setMaxHttpPort(-1);
        runner.onBuild((number, settings) -> {
            settings.put("network.host", "127.0.0.1");
            settings.put("http.port", args[2 * number - 1]);
            settings.put("transport.port", args[2 * number]);
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
            settings.putList("discovery.seed_hosts", "127.0.0.1:" + args[2]);
            settings.putList("cluster.initial_cluster_manager_nodes", "Node 1");
        });
        runner.build(newConfigs().basePath(args[0]).numOfNode(args.length / 2).moduleTypes(MODULES));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            runner.getNode(Integer.parseInt(line)).close();
        }
        Runtime.getRuntime().halt(0);
    }
}
